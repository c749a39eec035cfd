package org.doublelock.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a commit that the database has answered.
 *
 * @param durable whether it is on the database's disk then
 * @param replicated whether it is on a standby too
 */
record CommitSafety(boolean durable, boolean replicated) {

  private static final String POSTGRESQL =
      "select current_setting('fsync'), current_setting('synchronous_commit'),"
          + " current_setting('synchronous_standby_names')";

  /** The embedded database writes each commit at once, and has no standby. */
  private static final CommitSafety EMBEDDED = new CommitSafety(true, false);

  static CommitSafety of(Connection connection) throws SQLException {
    if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      return EMBEDDED;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(POSTGRESQL)) {
      row.next();
      return of(row.getString(1), row.getString(2), row.getString(3));
    }
  }

  /** From PostgreSQL's settings of these names. */
  static CommitSafety of(String fsync, String synchronousCommit, String standbyNames) {
    boolean durable = fsync.equals("on") && !synchronousCommit.equals("off");
    boolean waits = !synchronousCommit.equals("off") && !synchronousCommit.equals("local");
    return new CommitSafety(durable, waits && !standbyNames.isBlank());
  }

  /**
   * What an operator has to know.
   *
   * @param promised whether the configuration says that commits are on a standby
   */
  List<String> warnings(boolean promised) {
    List<String> warnings = new ArrayList<>();
    if (!durable) {
      warnings.add(
          "the database answers commits before they are on its disk (fsync or synchronous_commit):"
              + " when its machine goes down, calls that were accepted may be accepted again");
    }
    if (promised && !replicated) {
      warnings.add(
          "doublelock.db.replication is synchronous, and the database waits for no standby"
              + " (synchronous_standby_names, synchronous_commit): after a failover calls that were"
              + " accepted may be accepted again");
    }
    return warnings;
  }
}
