package org.doublelock.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of the same table on PostgreSQL. */
record TargetRows(Connection target, Table table) {

  long count() throws SQLException {
    try (PreparedStatement select = target.prepareStatement(table.countOnTarget());
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  void add(List<Row> rows) throws SQLException {
    try (PreparedStatement insert = target.prepareStatement(table.insert())) {
      for (Row row : rows) {
        row.set(insert);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Those that have the keys of these, by their keys. */
  Map<List<Object>, Row> like(List<Row> rows) throws SQLException {
    Map<List<Object>, Row> found = new HashMap<>();
    try (PreparedStatement select = target.prepareStatement(table.selectOnTarget(rows.size()))) {
      int parameter = 0;
      for (Row row : rows) {
        for (Object part : table.keyOf(row)) {
          ColumnKind.set(select, ++parameter, part);
        }
      }
      try (ResultSet same = select.executeQuery()) {
        while (same.next()) {
          Row row = Row.read(same, table.columns());
          found.put(table.keyOf(row), row);
        }
      }
    }
    return found;
  }

  /** Has rows that are added from now on get numbers that no row of the embedded one has had. */
  void continueNumbers() throws SQLException {
    for (Column column : table.columns()) {
      if (column.nextNumber().isPresent()) {
        try (PreparedStatement set =
            target.prepareStatement("select setval(pg_get_serial_sequence(?, ?), ?, false)")) {
          set.setString(1, table.onTarget());
          set.setString(2, column.name().toLowerCase(Locale.ROOT));
          set.setLong(3, column.nextNumber().get());
          set.execute();
        }
      }
    }
  }
}
