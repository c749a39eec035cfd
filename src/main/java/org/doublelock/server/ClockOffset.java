package org.doublelock.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/**
 * How far the clock of this node is from that of the database. All nodes compare themselves with
 * the same one, so two that are far from it in opposite ways show.
 *
 * @param ahead positive when this node's clock is ahead
 */
record ClockOffset(Duration ahead) {

  /**
   * A sixth of a time step: enough to see before codes are refused, more than a slow answer adds.
   */
  private static final Duration TOLERABLE = Duration.ofSeconds(5);

  /** Asks the database once; half of what the answer took is the error at most. */
  static ClockOffset measure(DataSource database, Clock clock) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      Instant asked = clock.instant();
      try (ResultSet answer = statement.executeQuery("select current_timestamp")) {
        answer.next();
        Instant there = answer.getObject(1, OffsetDateTime.class).toInstant();
        Duration took = Duration.between(asked, clock.instant());
        return new ClockOffset(Duration.between(there, asked.plus(took.dividedBy(2))));
      }
    }
  }

  boolean isTolerable() {
    return ahead.abs().compareTo(TOLERABLE) <= 0;
  }

  /** In seconds, with three decimals. */
  double seconds() {
    return ahead.toMillis() / 1000.0;
  }
}
