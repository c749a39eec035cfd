package org.doublelock.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which history a database is on. PostgreSQL: its cluster, the database within it, and the
 * timeline, which changes when a standby is promoted and when a backup is recovered to a point in
 * time. H2 has none of these and is always the same.
 *
 * @param text equal for the same history, 200 characters at most
 */
record DatabaseIdentity(String text) {

  private static final String EMBEDDED = "embedded";

  /** A query of one text. */
  static final String POSTGRESQL =
      "select (select system_identifier from pg_control_system())"
          + " || '/' || (select oid from pg_database where datname = current_database())"
          + " || '/' || case when pg_is_in_recovery() then 'standby'"
          + " else left(pg_walfile_name(pg_current_wal_lsn()), 8) end";

  static DatabaseIdentity of(Connection connection) throws SQLException {
    if (!isPostgresql(connection)) {
      return new DatabaseIdentity(EMBEDDED);
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(POSTGRESQL)) {
      row.next();
      return new DatabaseIdentity(row.getString(1));
    }
  }

  /** Whether it is used by one node alone, in whose files it is. */
  boolean isEmbedded() {
    return text.equals(EMBEDDED);
  }

  static boolean isPostgresql(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }
}
