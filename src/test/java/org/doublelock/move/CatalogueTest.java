package org.doublelock.move;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every table there is is moved, or is one of the few that are named. */
class CatalogueTest {

  private String url;
  private Connection database;

  @BeforeEach
  void migrate() throws SQLException {
    url = "jdbc:h2:mem:" + UUID.randomUUID();
    database = DriverManager.getConnection(url);
    Flyway.configure().dataSource(url, "", "").locations("classpath:db/migration").load().migrate();
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void every_table_of_the_schema_is_moved_or_named() throws Exception {
    Set<String> all = new TreeSet<>(Catalogue.NOT_MOVED);
    for (Table table : Catalogue.of(database)) {
      assertTrue(all.add(table.plainName()), table.plainName());
    }
    Set<String> there = new TreeSet<>();
    try (ResultSet rows =
        database.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE"})) {
      while (rows.next()) {
        there.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    assertEquals(there, all);
  }

  @Test
  void a_table_stands_after_those_that_it_refers_to() throws Exception {
    List<String> names = Catalogue.of(database).stream().map(Table::plainName).toList();
    for (List<String> pair :
        List.of(
            List.of("account", "api_key"),
            List.of("api_key", "second_factor"),
            List.of("second_factor", "second_factor_action"),
            List.of("exchange_order", "exchange_order_amend"),
            List.of("exchange_market", "exchange_order"))) {
      assertTrue(names.indexOf(pair.get(0)) < names.indexOf(pair.get(1)), pair::toString);
    }
  }

  @Test
  void a_table_has_its_key_first_and_knows_its_next_number() throws Exception {
    execute(
        "insert into call_log values (default, random_uuid(), random_uuid(), 1, '', '', '', 1, 0)");
    Table log = table("call_log");
    assertEquals(List.of("ID"), log.key().stream().map(Column::name).toList());
    assertTrue(log.columns().get(0).nextNumber().orElseThrow() >= 2);
    Table posting = table("exchange_posting");
    assertEquals(List.of("MOVEMENT_ID", "LINE"), posting.key().stream().map(Column::name).toList());
    assertEquals(500, log.rowsAtATime());
    assertTrue(table("exchange_export_part").rowsAtATime() < 10, "each may be 400,000 characters");
  }

  @Test
  void what_it_does_not_know_is_refused_by_the_tables_name() throws Exception {
    for (String odd :
        List.of(
            "create table odd (id integer)",
            "create table odd (id integer primary key, there interval day)",
            "create table odd (id integer primary key, up integer references odd)")) {
      execute(odd);
      MoveFailure refused = assertThrows(MoveFailure.class, () -> Catalogue.of(database), odd);
      assertEquals("launch.move.unknown-shape", refused.getMessage());
      refused.tell((key, values) -> assertEquals(List.of("odd"), List.of(values)));
      execute("drop table odd");
    }
  }

  private Table table(String name) throws Exception {
    return Catalogue.of(database).stream()
        .filter(table -> table.plainName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
