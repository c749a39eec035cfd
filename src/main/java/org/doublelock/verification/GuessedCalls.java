package org.doublelock.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.doublelock.otp.LockoutRule;
import org.doublelock.otp.WrongGuesses;

/** Counts the wrong second factors of calls, one by one, however many come at once. */
final class GuessedCalls {

  private GuessedCalls() {}

  /**
   * In the transaction that spends the call's nonce, which holds the row already.
   *
   * @return the wrong guesses with this one
   */
  static WrongGuesses count(Connection connection, CheckedCall call, LockoutRule rule)
      throws SQLException {
    WrongGuesses counted = rule.afterWrong(read(connection, call), call.nowMillis());
    RowStatements.count(call, counted).update(connection);
    return counted;
  }

  private static WrongGuesses read(Connection connection, CheckedCall call) throws SQLException {
    try (PreparedStatement select = RowStatements.guesses(call).prepare(connection);
        ResultSet row = select.executeQuery()) {
      row.next();
      return new WrongGuesses(row.getInt(1), row.getLong(2), row.getLong(3));
    }
  }
}
