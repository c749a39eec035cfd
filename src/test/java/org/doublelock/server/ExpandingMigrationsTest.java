package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations add, so that nodes of the release before go on working on the schema. What is taken
 * away is marked, and raises the floor below which no node starts.
 */
class ExpandingMigrationsTest {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  /** Those before it belong to the first release. */
  private static final int FIRST_WITH_A_FLOOR = 80;

  @Test
  void every_migration_only_adds_or_says_what_nobody_uses_any_more() throws IOException {
    Map<String, List<String>> contracting = new TreeMap<>();
    for (Path file : migrations()) {
      MigrationText text = MigrationText.of(Files.readString(file));
      if (version(file) > FIRST_WITH_A_FLOOR
          && !text.raisesTheFloor()
          && !text.taking().isEmpty()) {
        contracting.put(file.getFileName().toString(), text.taking());
      }
    }
    assertEquals(Map.of(), contracting, "see docs/decisions/0030");
  }

  private static List<Path> migrations() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }

  private static int version(Path file) {
    return Integer.parseInt(file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table pebble (id uuid primary key, weight integer not null);"
            + "create unique index pebble_ix on pebble (weight);"
            + "insert into pebble (id, weight) values ('x;y', 1);"
            + "alter table pebble add constraint pebble_ck check (weight > 0)",
        "alter table api_key add column later varchar(10)",
        "ALTER TABLE api_key ADD later varchar(10); -- drop table api_key;",
        "alter table api_key add column later integer default 0 not null",
        "create index api_key_later on api_key (created_at)",
        "delete from second_factor where api_key_id in"
            + " (select id from api_key where deleted_at is not null)"
      })
  void what_adds_passes(String sql) {
    assertEquals(List.of(), MigrationText.of(sql).taking());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table api_key",
        "drop index api_key_later",
        "alter table api_key drop column later",
        "alter table api_key rename to key",
        "alter table api_key rename column later to sooner",
        "alter table api_key alter column later set not null",
        "alter table api_key alter column later type integer",
        "alter table api_key alter column later set data type integer",
        "alter table api_key add column later integer not null",
        "alter table api_key add column later integer not null, add column other integer default 0",
        "alter table api_key add constraint one check (later > 0)",
        "alter table api_key add column later integer unique",
        "alter table api_key add foreign key (later) references account",
        "create unique index one on api_key (later)",
        "update api_key set description = ''",
        "delete from api_key",
        "truncate table api_key",
        "insert into exchange_market (pair) values ('')"
      })
  void what_an_older_node_may_trip_over_does_not(String sql) {
    assertEquals(List.of(sql.toLowerCase(Locale.ROOT)), MigrationText.of(sql + ";\n").taking());
  }

  @Test
  void taking_away_is_for_what_is_marked_and_raises_the_floor() {
    String drop = "alter table api_key drop column later;\n";
    String raise = "update schema_floor set migration = 85 where id = 1;\n";
    String mark = "-- contracts: api_key.later, unused since V85\n";
    assertEquals(false, MigrationText.of(drop + raise).raisesTheFloor());
    assertEquals(false, MigrationText.of(mark + drop).raisesTheFloor());
    assertEquals(true, MigrationText.of(mark + drop + raise).raisesTheFloor());
    String tooLow = raise.replace("85", "84");
    assertEquals(false, MigrationText.of(mark + drop + tooLow).raisesTheFloor());
  }
}
