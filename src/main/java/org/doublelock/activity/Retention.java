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
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.doublelock.schedule.OutageTolerance;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets what has been kept as long as the operator wants it kept. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(OutageTolerance.class)
public class Retention {

  private static final Logger LOG = Logger.getLogger(Retention.class.getName());

  /** A few at a time, so that no lock is held for long. Rows come in the order of their time. */
  private static final int MAX_AT_ONCE = 5_000;

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

  @Schedule(hour = "*", minute = "17", persistent = false)
  void forget() throws SQLException {
    forget("call_log", callDays);
    forget("security_event", eventDays);
  }

  private void forget(String table, int days) throws SQLException {
    if (days == 0) {
      return;
    }
    Instant end = clock.instant().minus(Duration.ofDays(days));
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from "
                    + table
                    + " where at_millis < ? and id in (select id from "
                    + table
                    + " order by id fetch first "
                    + MAX_AT_ONCE
                    + " rows only)")) {
      delete.setLong(1, end.toEpochMilli());
      while (delete.executeUpdate() == MAX_AT_ONCE) {
        LOG.log(Level.FINE, "deleted {0} rows of {1}", new Object[] {MAX_AT_ONCE, table});
      }
    }
  }
}
