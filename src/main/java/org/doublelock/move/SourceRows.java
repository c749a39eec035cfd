package org.doublelock.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a table of the embedded database in the order of its key, some at a time. */
record SourceRows(Connection source, Table table) {

  /** What is done with some rows. */
  interface Use {
    void of(List<Row> rows) throws SQLException;
  }

  long count() throws SQLException {
    try (PreparedStatement select = source.prepareStatement(table.countOnSource());
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Has all of them used, page by page.
   *
   * @param skipped how many are left out, of the first ones
   */
  void each(long skipped, Use use) throws SQLException {
    List<Row> page = page(table.selectSkipping(), List.of(skipped));
    while (!page.isEmpty()) {
      use.of(page);
      page = page(table.selectAfter(), table.afterParameters(page.get(page.size() - 1)));
    }
  }

  private List<Row> page(String sql, List<Object> parameters) throws SQLException {
    try (PreparedStatement select = source.prepareStatement(sql)) {
      for (int index = 0; index < parameters.size(); index++) {
        ColumnKind.set(select, index + 1, parameters.get(index));
      }
      List<Row> page = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          page.add(Row.read(rows, table.columns()));
        }
      }
      return page;
    }
  }
}
