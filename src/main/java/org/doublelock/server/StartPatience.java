package org.doublelock.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.sql.DataSource;

/**
 * While the application starts, a database that is slow or not there yet is asked again, until the
 * start's own time is over: machines that come up together come up in any order. What asking again
 * does not mend, such as a wrong password, ends the start at once. Once it has started nobody waits
 * here.
 */
final class StartPatience {

  private static final Logger LOG = Logger.getLogger(StartPatience.class.getName());
  private static final StartPatience OF_THIS_APPLICATION = new StartPatience();

  /** No connection; no room for one more; just starting or stopping. By SQL's classes of states. */
  private static final Set<String> PASSING = Set.of("08", "53", "57");

  /** Rejected, or not understood, as by a pooler that is not declared. */
  private static final Set<String> LASTING = Set.of("08004", "08P01");

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private volatile boolean over;
  private Long firstNanos;
  private boolean waiting;

  static StartPatience ofThisApplication() {
    return OF_THIS_APPLICATION;
  }

  /** The application has started. */
  void end() {
    over = true;
  }

  /**
   * Opens a connection.
   *
   * @param time how long the start may take, from the first connection on
   * @throws SQLException when it cannot be had, or not in that time
   */
  Connection open(DataSource database, Duration time) throws SQLException {
    if (over) {
      return database.getConnection();
    }
    long end = begin() + time.toNanos();
    while (true) {
      try {
        Connection connection = database.getConnection();
        answered();
        return connection;
      } catch (SQLException refused) {
        if (over || !isPassing(refused) || System.nanoTime() - end >= 0) {
          throw refused;
        }
        failed(refused);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private synchronized long begin() {
    if (firstNanos == null) {
      firstNanos = System.nanoTime();
    }
    return firstNanos;
  }

  private synchronized void failed(SQLException refused) {
    LOG.log(
        waiting ? Level.FINE : Level.WARNING,
        "the database cannot be reached yet and is asked again",
        refused);
    waiting = true;
  }

  private synchronized void answered() {
    if (waiting) {
      LOG.info("the database answers");
    }
    waiting = false;
  }

  private static boolean isPassing(SQLException refused) {
    String state = Objects.requireNonNullElse(refused.getSQLState(), "");
    return state.length() >= 2
        && !LASTING.contains(state)
        && PASSING.contains(state.substring(0, 2))
        && Stream.iterate((Throwable) refused, Objects::nonNull, Throwable::getCause)
            .noneMatch(SSLException.class::isInstance);
  }
}
