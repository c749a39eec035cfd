package org.doublelock.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;

/** A statement and its values, in the order of its question marks. */
final class Sql {

  private final String text;
  private final Object[] values;

  Sql(String text, Object... values) {
    this.text = text;
    this.values = values;
  }

  /** With one more condition, and its value. */
  Sql and(String condition, Object value) {
    Object[] more = Arrays.copyOf(values, values.length + 1);
    more[values.length] = value;
    return new Sql(text + condition, more);
  }

  String text() {
    return text;
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    fill(statement);
    return statement;
  }

  void fill(PreparedStatement statement) throws SQLException {
    for (int index = 0; index < values.length; index++) {
      statement.setObject(index + 1, values[index]);
    }
  }

  /** How many rows it changed. */
  int update(Connection connection) throws SQLException {
    try (PreparedStatement statement = prepare(connection)) {
      return statement.executeUpdate();
    }
  }
}
