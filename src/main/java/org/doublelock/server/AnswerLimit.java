package org.doublelock.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Executor;
import org.doublelock.deadline.Deadline;

/**
 * Has one connection wait for an answer no longer than the work may that is using it now. What is
 * set is a property of the socket and costs no round trip.
 */
final class AnswerLimit {

  /** After these the database is waited for. */
  private static final Set<String> BEFORE_ANSWERS =
      Set.of(
          "prepareStatement",
          "prepareCall",
          "createStatement",
          "commit",
          "rollback",
          "isValid",
          "setAutoCommit",
          "setTransactionIsolation");

  /** A connection that answers is not given up because of work that is late already. */
  private static final long LEAST_MILLIS = 500;

  /** The driver closes the connection with it when the time is over; that is done at once. */
  private static final Executor DIRECT = Runnable::run;

  private final int usualMillis;
  private int nowMillis;

  /**
   * @param usualMillis what the connection was opened with, for work without a deadline; 0 is no
   *     limit
   */
  AnswerLimit(int usualMillis) {
    this.usualMillis = usualMillis;
    this.nowMillis = usualMillis;
  }

  /** To be called before that method of the connection. */
  void apply(Connection connection, String method) throws SQLException {
    if (!BEFORE_ANSWERS.contains(method)) {
      return;
    }
    int millis = millis();
    if (millis != nowMillis && !connection.isClosed()) {
      connection.setNetworkTimeout(DIRECT, millis);
      nowMillis = millis;
    }
  }

  private int millis() {
    long usual = usualMillis == 0 ? Integer.MAX_VALUE : usualMillis;
    long left = Math.max(LEAST_MILLIS, Deadline.leftMillis().orElse(usual));
    return left >= usual ? usualMillis : (int) left;
  }
}
