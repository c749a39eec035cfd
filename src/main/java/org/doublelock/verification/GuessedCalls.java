package org.doublelock.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.doublelock.otp.LockoutRule;
import org.doublelock.otp.WrongGuesses;

/** Counts the wrong second factors of calls, one by one, however many come at once. */
final class GuessedCalls {

  private static final String HOLD =
      "select failures, locked_until, guesses_forgotten_at from api_key_call_state"
          + " where api_key_id = ? and epoch = ? and locked_until <= ? for update";

  private static final String COUNT =
      "update api_key_call_state set failures = ?, locked_until = ?, guesses_forgotten_at = ?"
          + " where api_key_id = ?";

  private final DataSource database;

  GuessedCalls(DataSource database) {
    this.database = database;
  }

  /**
   * @return the wrong guesses with this one; empty, and nothing counted, when the key is locked by
   *     now or has changed
   */
  Optional<WrongGuesses> count(KeySnapshot key, LockoutRule rule, long nowMillis)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Optional<WrongGuesses> counted =
            hold(connection, key, nowMillis).map(before -> rule.afterWrong(before, nowMillis));
        if (counted.isPresent()) {
          keep(connection, key, counted.get());
        }
        connection.commit();
        return counted;
      } catch (SQLException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static Optional<WrongGuesses> hold(Connection connection, KeySnapshot key, long nowMillis)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HOLD)) {
      new Parameters(select).add(key.id()).add(key.epoch()).add(nowMillis).fill();
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new WrongGuesses(row.getInt(1), row.getLong(2), row.getLong(3)))
            : Optional.empty();
      }
    }
  }

  private static void keep(Connection connection, KeySnapshot key, WrongGuesses guesses)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(COUNT)) {
      new Parameters(update)
          .add((long) guesses.inARow())
          .add(guesses.lockedUntil())
          .add(guesses.forgottenAt())
          .add(key.id())
          .fill();
      update.executeUpdate();
    }
  }
}
