package org.doublelock.activity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.doublelock.edge.DatabaseClock;
import org.doublelock.schedule.OutageTolerance;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets what has been kept as long as the operator wants it kept. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(OutageTolerance.class)
public class Retention {

  private static final Logger LOG = Logger.getLogger(Retention.class.getName());

  /**
   * A few at a time, so that no lock is held for long. Rows come in about the order of their time,
   * but for those that a clock far ahead has dated: they are not among the few while it is not yet.
   */
  private static final int MAX_AT_ONCE = 5_000;

  private static final String FORGET =
      "delete from %1$s where at_millis < least(?, cast("
          + DatabaseClock.MILLIS
          + " as bigint)) - ? and id in (select id from %1$s where at_millis <= ? %2$s"
          + " fetch first "
          + MAX_AT_ONCE
          + " rows only)";

  private static final Duration NOBODYS = Duration.ofHours(1);

  @Inject private DataSource database;

  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "doublelock.activity.calls.days", defaultValue = "90")
  private int callDays;

  @Inject
  @ConfigProperty(name = "doublelock.activity.events.days", defaultValue = "730")
  private int eventDays;

  public Retention() {
    // for the container
  }

  Retention(DataSource database, Clock clock, int callDays, int eventDays) {
    this.database = database;
    this.clock = clock;
    this.callDays = callDays;
    this.eventDays = eventDays;
  }

  /**
   * @throws IllegalArgumentException when a number of days is negative
   */
  public void isUnderstood() {
    if (callDays < 0 || eventDays < 0) {
      throw new IllegalArgumentException(
          "doublelock.activity.calls.days and doublelock.activity.events.days must be 0 or more");
    }
  }

  @Schedule(hour = "*", minute = "17", persistent = false, timezone = "UTC")
  void forget() throws SQLException {
    forget("call_log", callDays);
    forget("security_event", eventDays);
    // anybody brings them about, as often as they like
    forget(
        "security_event",
        "and account_id = '" + SecurityEvent.NOBODY + "' order by at_millis",
        NOBODYS);
  }

  private void forget(String table, int days) throws SQLException {
    if (days > 0) {
      forget(table, "order by id", Duration.ofDays(days));
    }
  }

  /**
   * @param oldest which rows in particular, and in which order: those first that are oldest
   */
  private void forget(String table, String oldest, Duration kept) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(FORGET.formatted(table, oldest))) {
      delete.setLong(1, clock.millis());
      delete.setLong(2, kept.toMillis());
      delete.setLong(3, clock.millis());
      while (delete.executeUpdate() == MAX_AT_ONCE) {
        LOG.log(Level.FINE, "deleted {0} rows of {1}", new Object[] {MAX_AT_ONCE, table});
      }
    }
  }
}
