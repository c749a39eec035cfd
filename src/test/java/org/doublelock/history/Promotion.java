package org.doublelock.history;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A standby that has been promoted, without a row but those that a node looks at. */
public final class Promotion {

  /** What a fork changes of keys. */
  static final String LEASES =
      "create table api_key_call_state (api_key_id integer, epoch bigint);"
          + "create table api_key_lease (api_key_id integer, epoch bigint, told boolean)";

  private Promotion() {}

  /** A node's first connection to it. */
  public static void seenBy(DatabaseHistory history) {
    try (Connection standby = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = standby.createStatement()) {
      statement.execute(LEASES);
      statement.execute(
          "create table database_history (id integer, identity varchar(200), mark_millis bigint,"
              + " forked_at_millis bigint)");
      statement.execute("insert into database_history values (1, 'before', 0, 0)");
      history.meet(standby);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
