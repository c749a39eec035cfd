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

  private final DataSource database;

  GuessedCalls(DataSource database) {
    this.database = database;
  }

  /**
   * @return the wrong guesses with this one; empty, and nothing counted, when the key is locked out
   *     by now or has changed
   */
  Optional<WrongGuesses> count(CheckedCall call, LockoutRule rule) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Optional<WrongGuesses> counted =
            hold(connection, call).map(before -> rule.afterWrong(before, call.nowMillis()));
        if (counted.isPresent()) {
          RowStatements.count(call, counted.get()).update(connection);
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

  private static Optional<WrongGuesses> hold(Connection connection, CheckedCall call)
      throws SQLException {
    try (PreparedStatement select = RowStatements.hold(call).prepare(connection);
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(new WrongGuesses(row.getInt(1), row.getLong(2), row.getLong(3)))
          : Optional.empty();
    }
  }
}
