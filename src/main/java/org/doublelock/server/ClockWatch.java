package org.doublelock.server;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.doublelock.schedule.OutageTolerance;

/**
 * Says in the log, once a minute, when this node's clock is far from the database's: its one-time
 * codes would be refused and nobody would know why.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(OutageTolerance.class)
public class ClockWatch {

  private static final Logger LOG = Logger.getLogger(ClockWatch.class.getName());

  @Inject private DataSource database;

  @Inject private Clock clock;

  /** For the container. */
  public ClockWatch() {}

  ClockWatch(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Seconds by which this node is ahead; not a number while the database is away. */
  public double secondsAhead() {
    return offset().map(ClockOffset::seconds).orElse(Double.NaN);
  }

  @Schedule(hour = "*", minute = "*", second = "40", persistent = false, timezone = "UTC")
  void look() {
    offset()
        .filter(offset -> !offset.isTolerable())
        .ifPresent(
            offset ->
                LOG.log(
                    Level.WARNING,
                    "the clock of this node is {0} seconds ahead of the database''s (behind, if"
                        + " negative): right one-time codes may be refused",
                    offset.seconds()));
  }

  private Optional<ClockOffset> offset() {
    try {
      return Optional.of(ClockOffset.measure(database, clock));
    } catch (SQLException away) {
      LOG.log(Level.FINE, "the clock could not be compared", away);
      return Optional.empty();
    }
  }
}
