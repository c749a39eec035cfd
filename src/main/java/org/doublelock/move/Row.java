package org.doublelock.move;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A row of a table.
 *
 * @param values in the order of the table's columns
 */
record Row(List<Object> values) {

  static Row read(ResultSet rows, List<Column> columns) throws SQLException {
    List<Object> values = new ArrayList<>(columns.size());
    for (Column column : columns) {
      values.add(column.kind().read(rows, values.size() + 1));
    }
    return new Row(Collections.unmodifiableList(values));
  }

  /** Sets all its values, from the first parameter on. */
  void set(PreparedStatement statement) throws SQLException {
    for (int index = 0; index < values.size(); index++) {
      ColumnKind.set(statement, index + 1, values.get(index));
    }
  }

  /** Tells none of its values, of which some are secrets. */
  @Override
  public String toString() {
    return "Row[" + values.size() + " values]";
  }
}
