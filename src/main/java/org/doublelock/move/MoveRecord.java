package org.doublelock.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the target notes of a move into it, in a table that is in no migration. The rows that are
 * there already need no note: they come in the order of their keys and a whole batch at a time, so
 * their number says where to go on.
 *
 * @param installation where the data comes from
 * @param mark how far that had come when the move began
 * @param finished whether everything was found equal
 */
record MoveRecord(String installation, long mark, boolean finished) {

  private static final String EXISTS =
      "select count(*) from information_schema.tables"
          + " where table_schema = current_schema() and table_name = 'data_move'";
  private static final String READ =
      "select installation, mark_millis, finished_at is not null from data_move where id = 1";
  private static final String CREATE =
      "create table if not exists data_move (id integer primary key,"
          + " installation varchar(100) not null, mark_millis bigint not null,"
          + " floor integer not null, finished_at timestamp(6) with time zone)";
  private static final String NOTE =
      "insert into data_move (id, installation, mark_millis, floor)"
          + " select 1, ?, ?, migration from schema_floor where id = 1"
          + " on conflict (id) do update"
          + " set installation = excluded.installation, mark_millis = excluded.mark_millis,"
          + " floor = case when excluded.floor = "
          + DataMove.FLOOR_MEANWHILE
          + " then data_move.floor else excluded.floor end";
  private static final String BAR =
      "update schema_floor set migration = " + DataMove.FLOOR_MEANWHILE + " where id = 1";
  private static final String DOUBT = "update data_move set mark_millis = 0 where id = 1";
  private static final String FINISH =
      "update data_move set finished_at = current_timestamp where id = 1";
  private static final String OPEN =
      "update schema_floor set migration = (select floor from data_move where id = 1)"
          + " where id = 1";

  /** Empty for a database that no move has begun on. */
  static Optional<MoveRecord> find(Connection target) throws SQLException {
    try (PreparedStatement exists = target.prepareStatement(EXISTS);
        ResultSet count = exists.executeQuery()) {
      count.next();
      if (count.getInt(1) == 0) {
        return Optional.empty();
      }
    }
    try (PreparedStatement read = target.prepareStatement(READ);
        ResultSet row = read.executeQuery()) {
      return row.next()
          ? Optional.of(new MoveRecord(row.getString(1), row.getLong(2), row.getBoolean(3)))
          : Optional.empty();
    }
  }

  /**
   * Notes it in the transaction that is open, empties the tables, and keeps every release from
   * starting on the target.
   */
  void begin(Connection target, List<Table> tables) throws SQLException {
    try (Statement statement = target.createStatement()) {
      statement.execute(CREATE);
      statement.execute(
          "truncate table "
              + tables.stream().map(Table::onTarget).collect(Collectors.joining(", ")));
    }
    try (PreparedStatement note = target.prepareStatement(NOTE)) {
      note.setString(1, installation);
      note.setLong(2, mark);
      note.executeUpdate();
    }
    execute(target, BAR);
  }

  /** What is there is not what it should be: the next run begins anew. */
  static void doubt(Connection target) throws SQLException {
    execute(target, DOUBT);
  }

  /** All is there: the application may start, in the transaction that is open. */
  static void finish(Connection target) throws SQLException {
    execute(target, OPEN);
    execute(target, FINISH);
  }

  private static void execute(Connection target, String sql) throws SQLException {
    try (Statement statement = target.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
