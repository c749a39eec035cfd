package org.doublelock.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Finds out whether connections share sessions of the database, as a pooler by transactions makes
 * them. Prepared statements then collide or are missing, and most calls fail.
 */
final class SharedSessions {

  /** A pooler gives the session that was free last; other clients can take it in between. */
  private static final int MAX_TRIES = 5;

  private SharedSessions() {}

  /**
   * Refuses a pooler by transactions that was not declared.
   *
   * @throws IllegalStateException that says which setting declares it
   */
  static void refuseUndeclared(DataSource database, ConnectionPooler declared) {
    try {
      if (declared != ConnectionPooler.TRANSACTION && areMet(database)) {
        throw new IllegalStateException(
            "the database is behind a pooler that shares sessions between transactions;"
                + " set doublelock.db.pooler=transaction");
      }
    } catch (SQLException unreachable) {
      throw new IllegalStateException("the database cannot be asked", unreachable);
    }
  }

  /** True when what one connection set in its session is seen by another. */
  static boolean areMet(DataSource database) throws SQLException {
    try (Connection one = database.getConnection();
        Connection other = database.getConnection()) {
      for (int turn = 0; turn < MAX_TRIES; turn++) {
        String mark = UUID.randomUUID().toString();
        set(one, mark);
        if (mark.equals(read(other))) {
          set(one, "");
          return true;
        }
      }
      return false;
    }
  }

  private static void set(Connection connection, String mark) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('doublelock.session', ?, false)")) {
      statement.setString(1, mark);
      statement.executeQuery().close();
    }
  }

  private static String read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select current_setting('doublelock.session', true)")) {
      row.next();
      return row.getString(1);
    }
  }
}
