package org.doublelock.move;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages hold every row once, whatever the key is made of. */
class SourceRowsTest {

  private static final int ROWS = 1_234;

  private Connection database;

  @BeforeEach
  void open() throws SQLException {
    database = DriverManager.getConnection("jdbc:h2:mem:");
    execute(
        "create table grain (a integer, b uuid, c varchar(9), size integer, primary key (a, b, c))");
    execute(
        "insert into grain select mod(x, 3), random_uuid(), 'c' || mod(x, 7), x"
            + " from system_range(1, "
            + ROWS
            + ")");
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void all_come_once_and_in_one_order() throws Exception {
    List<Row> all = read(0);
    assertEquals(ROWS, all.size());
    assertEquals(ROWS, new HashSet<>(all).size());
    assertEquals(all, read(0));
  }

  @Test
  void the_first_ones_can_be_left_out() throws Exception {
    List<Row> all = read(0);
    for (int skipped : List.of(1, 499, 500, 501, ROWS - 1)) {
      assertEquals(all.subList(skipped, ROWS), read(skipped));
    }
    assertEquals(List.of(), read(ROWS));
  }

  @Test
  void the_keys_index_finds_the_place() throws Exception {
    Table table = Catalogue.of(database).get(0);
    Row last = read(0).get(700);
    try (var explain = database.prepareStatement("explain " + table.selectAfter())) {
      List<Object> parameters = table.afterParameters(last);
      for (int index = 0; index < parameters.size(); index++) {
        ColumnKind.set(explain, index + 1, parameters.get(index));
      }
      try (var plan = explain.executeQuery()) {
        plan.next();
        assertTrue(plan.getString(1).contains("PRIMARY_KEY"), plan.getString(1));
        assertTrue(plan.getString(1).contains("index sorted"), plan.getString(1));
      }
    }
  }

  @Test
  void a_row_that_is_printed_tells_no_value() throws Exception {
    assertEquals("Row[4 values]", read(0).get(0).toString());
  }

  private List<Row> read(long skipped) throws Exception {
    List<Row> rows = new ArrayList<>();
    new SourceRows(database, Catalogue.of(database).get(0)).each(skipped, rows::addAll);
    return rows;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
