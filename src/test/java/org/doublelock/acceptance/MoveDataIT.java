package org.doublelock.acceptance;

import static org.doublelock.acceptance.Pebbles.FIRST_PEBBLE;
import static org.doublelock.acceptance.Pebbles.PEBBLE;
import static org.doublelock.acceptance.Pebbles.PEBBLES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code move-data} when it is interrupted, finds something wrong, or is asked for too much. */
@OnAnyDatabase
@BeforeRelease
class MoveDataIT {

  /** A row that comes while this lock is held waits for it; rows come 500 at a time. */
  private static final String STOP =
      """
      create function stop() returns trigger as $$
      begin
        if new.calls = 77 then perform pg_advisory_xact_lock(59); end if;
        return new;
      end $$ language plpgsql;
      create trigger stop before insert on call_log for each row execute function stop();
      """;

  private static final String WAITING =
      "from pg_stat_activity where wait_event = 'advisory' and datname = current_database()";

  private static EmbeddedPostgres server;

  private MovedInstallation moved;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void keep_an_installation() throws Exception {
    moved = MovedInstallation.of("before-0.1.0", server);
  }

  @Test
  void an_interrupted_run_is_followed_by_one_that_goes_on_where_it_was() throws Exception {
    moved.migrateH2();
    moved.migratePostgresql();
    moved.onH2(PEBBLE.formatted("binary large object", "character large object"), PEBBLES);
    moved.onH2(
        "insert into call_log (account_id, api_key_id, at_millis, function, address, refusal, calls)"
            + " select a.id, a.id, x, 'Balance', '127.0.0.1', '', case x when 700 then 77 else 1 end"
            + " from account a, system_range(1, 1300)");
    moved.onPostgresql(PEBBLE.formatted("bytea", "text"), STOP);
    long onH2 = moved.countOnH2("call_log");

    try (Connection held = moved.postgresql();
        Statement statement = held.createStatement()) {
      statement.execute("select pg_advisory_lock(59)");
      try (MoveRun killed = MoveRun.start(moved.settings(), "move-data")) {
        awaitWaiting(killed);
        killed.kill();
      }
      awaitNoneWaits();
      long first = moved.count("call_log");
      assertTrue(first >= 500 && first < onH2, first + " of " + onH2);

      try (AppProcess early = AppProcess.with(moved.settings()).launch()) {
        assertEquals(1, early.awaitExit());
        assertTrue(early.printed().contains("is not all there yet"), early.printed());
      }

      try (MoveRun broken = MoveRun.start(moved.settings(), "move-data")) {
        awaitWaiting(broken);
        breakConnection();
        assertEquals(1, broken.status(), broken::printed);
        assertTrue(broken.printed().contains("goes on where it was"), broken::printed);
        assertTrue(broken.printed().contains("The database said: "), broken::printed);
        assertFalse(broken.printed().contains("\tat "), broken::printed);
      }
    }
    assertTrue(moved.count("call_log") >= 500);

    requireMoved("A move that was interrupted goes on where it was.");
    assertEquals(onH2, moved.count("call_log"));
    assertEquals(3, moved.count("pebble"));
    assertEquals(1, moved.number(FIRST_PEBBLE));
    moved.onPostgresql(
        "insert into call_log (account_id, api_key_id, at_millis, function, address, refusal, calls)"
            + " select id, id, 1, 'New', '', '', 1 from account");
    assertEquals(
        0,
        moved.number(
            "select count(*) from call_log where function = 'New'"
                + " and id <= (select max(id) from call_log where function <> 'New')"));
  }

  @Test
  void a_value_that_came_out_another_one_is_found_and_mended_by_the_next_run() throws Exception {
    moved.migrateH2();
    moved.migratePostgresql();
    moved.onPostgresql(
        """
        create function bend() returns trigger as $$
        begin
          new.nonce_window := new.nonce_window + 1;
          return new;
        end $$ language plpgsql;
        create trigger bend before insert on api_key for each row execute function bend();
        """);
    try (MoveRun bent = MoveRun.start(moved.settings(), "move-data")) {
      assertEquals(1, bent.status(), bent::printed);
      String printed = bent.printed();
      assertTrue(printed.contains("\napi_key: NOT EQUAL, 3 of 3 rows\n"), printed);
      assertTrue(
          printed.matches(
              "(?s).*api_key: the row with id=[-0-9a-f]{36} differs in nonce_window\n.*"),
          printed);
      assertTrue(printed.contains("\naccount: 1 rows, equal\n"), printed);
    }
    assertFalse(Files.exists(moved.data().resolve("doublelock.moved")));
    moved.onPostgresql("drop trigger bend on api_key");
    requireMoved("it begins anew.");
    requireMoved("The data was moved before; nothing is written.");

    moved.onPostgresql(
        "delete from api_key_call_state where api_key_id = (select min(id::text)::uuid from api_key)");
    try (MoveRun later = MoveRun.start(moved.settings(), "move-data")) {
      assertEquals(1, later.status(), later::printed);
      assertTrue(later.printed().contains("is not on PostgreSQL"), later::printed);
      assertTrue(
          later.printed().contains("api_key_call_state: NOT EQUAL, 1 of 3 rows"), later::printed);
    }
    moved.onPostgresql(
        "delete from account_look", "insert into account_look (account_id) select id from account");
    try (MoveRun later = MoveRun.start(moved.settings(), "move-data")) {
      assertEquals(1, later.status(), later::printed);
      assertTrue(
          later
              .printed()
              .contains(
                  "account_look: NOT EQUAL, 0 rows in the embedded database and 1 on PostgreSQL"),
          later::printed);
    }
    assertEquals(1, moved.count("account_look"), "and nothing was written");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "create table stones (id integer) | false",
        "insert into account (id, user_name, user_name_key, password_hash, created_at, version)"
            + " values (gen_random_uuid(), 'x', 'x', 'x', now(), 0) | true",
        "update database_history set identity = 'x' | true"
      })
  void a_database_that_is_in_use_is_left_alone(String sql, boolean migrated) throws Exception {
    moved.migrateH2();
    if (migrated) {
      moved.migratePostgresql();
    }
    moved.onPostgresql(sql);
    requireRefused(moved.settings(), "holds data already");
    assertFalse(Files.exists(moved.data().resolve("doublelock.moved")));
  }

  @Test
  void postgresql_stays_closed_where_the_embedded_one_cannot_be_barred() throws Exception {
    moved.migrateH2();
    Path note = Files.createDirectory(moved.data().resolve("doublelock.moved"));
    try (MoveRun run = MoveRun.start(moved.settings(), "move-data")) {
      assertEquals(1, run.status(), run::printed);
      assertTrue(run.printed().contains("Not all was moved. "), run::printed);
    }
    String floor = "select migration from schema_floor where id = 1";
    assertEquals(Integer.MAX_VALUE, moved.number(floor));
    Files.delete(note);
    requireMoved("A move that was interrupted goes on where it was.");
    assertTrue(moved.number(floor) < Integer.MAX_VALUE);
    assertEquals(0, moved.number("select forked_at_millis from database_history"));
    assertFalse(Files.exists(moved.data().resolve(UpgradeIT.MARK)));
  }

  @Test
  void what_is_moved_of_one_installation_is_not_mixed_with_another_one() throws Exception {
    moved.migrateH2();
    requireMoved("is only read");
    moved.onH2("update \"flyway_schema_history\" set \"installed_on\" = current_timestamp");
    requireRefused(moved.settings(), "holds data already");
  }

  @Test
  void a_backup_that_was_put_back_takes_no_old_nonce_on_postgresql_either() throws Exception {
    moved.migrateH2();
    Files.delete(moved.data().resolve(UpgradeIT.MARK));
    requireMoved("looks like a backup that was put back");
    assertTrue(moved.number("select forked_at_millis from database_history") > 0);
  }

  @Test
  void a_schema_of_another_version_is_refused() throws Exception {
    requireRefused(moved.settings(), "is of an older version");
    moved.migrateH2();
    moved.onH2(
        "insert into \"flyway_schema_history\""
            + " values (900, '9000', 'later', 'SQL', 'V9000__later.sql', 1, 'x', now(), 1, true)");
    requireRefused(moved.settings(), "is of a newer version");
    assertEquals(
        0,
        moved.number(
            "select count(*) from information_schema.tables where table_schema = 'public'"),
        "nothing was written");
  }

  @Test
  void what_is_asked_for_wrongly_is_said_in_one_line() throws Exception {
    moved.migrateH2();
    requireRefused(
        moved.without("doublelock.db.url"), "Name the PostgreSQL to move to in doublelock.db.url");
    requireRefused(moved.with("doublelock.db.url", "jdbc:h2:mem:"), "in doublelock.db.url");
    requireRefused(moved.with("doublelock.data.dir", "/none"), "There is no embedded database");
    requireRefused(moved.with("doublelock.db.user", "nobody"), "role \"nobody\" does not exist");
    requireRefused(
        moved.with("doublelock.db.connect-timeout-seconds", "soon"),
        "doublelock.db.connect-timeout-seconds is no number");
    requireRefused(moved.with("doublelock.db.url", "jdbc:postgresql://127.0.0.1:1/x"), "refused");
    try (MoveRun mistyped = MoveRun.start(moved.settings(), "move-date")) {
      assertEquals(1, mistyped.status());
      assertTrue(
          mistyped.printed().contains("It knows no command \"move-date\""), mistyped::printed);
    }
  }

  private void requireMoved(String said) throws Exception {
    try (MoveRun run = MoveRun.start(moved.settings(), "move-data")) {
      assertEquals(0, run.status(), run::printed);
      assertTrue(run.printed().contains(said), run::printed);
      assertTrue(run.printed().contains(" tables are equal.\n"), run::printed);
    }
    assertTrue(Files.exists(moved.data().resolve("doublelock.moved")));
  }

  private static void requireRefused(Map<String, String> settings, String reason) throws Exception {
    try (MoveRun run = MoveRun.start(settings, "move-data")) {
      assertEquals(1, run.status(), run::printed);
      assertTrue(run.printed().contains(reason), run::printed);
      assertEquals(1, run.printed().lines().count(), run::printed);
    }
  }

  private void awaitWaiting(MoveRun run) throws Exception {
    while (waiting() == 0) {
      assertTrue(run.isAlive(), run::printed);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private void awaitNoneWaits() throws Exception {
    breakConnection();
    while (waiting() > 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private void breakConnection() throws Exception {
    moved.onPostgresql("select pg_terminate_backend(pid) " + WAITING);
  }

  private long waiting() throws Exception {
    return moved.number("select count(*) " + WAITING);
  }
}
