package org.doublelock.history;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that forgets is found out. */
class DatabaseHistoryTest {

  /** Later than the clock of the database, so that it decides. */
  private static final Instant START = Instant.parse("2126-11-28T10:00:00Z");

  private static final String TABLE = table() + ";" + Promotion.LEASES;

  private Connection database;
  private int seconds;

  private static String table() {
    try {
      return Files.readString(Path.of("src/main/resources/db/migration/V97__database_history.sql"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void open() throws SQLException {
    database = DriverManager.getConnection("jdbc:h2:mem:");
    execute(TABLE);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void one_that_goes_on_has_never_forked() throws SQLException {
    DatabaseHistory node = node();
    for (int time = 0; time < 3; time++) {
      node.meet(database);
      node.watch(database);
    }
    assertEquals(Optional.empty(), node.forkedAt());
  }

  @Test
  void a_mark_lower_than_the_one_that_was_stored_is_a_step_back() throws SQLException {
    DatabaseHistory node = node();
    node.watch(database);
    execute("update database_history set mark_millis = mark_millis - 1");
    seconds = 60;
    node.watch(database);
    assertEquals(Optional.of(START.plusSeconds(60)), node.forkedAt());
    seconds = 120;
    node.watch(database);
    assertEquals(Optional.of(START.plusSeconds(60)), node.forkedAt(), "once");
  }

  @Test
  void a_step_back_is_found_at_the_first_connection_after_it() throws SQLException {
    DatabaseHistory node = node();
    node.watch(database);
    execute("update database_history set mark_millis = mark_millis - 1");
    seconds = 1;
    node.meet(database);
    assertEquals(Optional.of(START.plusSeconds(1)), node.forkedAt());
    seconds = 9;
    node.meet(database);
    assertEquals(Optional.of(START.plusSeconds(1)), node.forkedAt(), "once");
  }

  @Test
  void what_another_node_found_is_taken_over_where_its_mark_hides_it() throws SQLException {
    DatabaseHistory first = node();
    DatabaseHistory second = node();
    first.watch(database);
    seconds = 1;
    second.watch(database);
    execute("update database_history set mark_millis = 0");
    seconds = 5;
    first.watch(database);
    second.meet(database);
    assertEquals(Optional.of(START.plusSeconds(5)), second.forkedAt());
  }

  @Test
  void so_is_one_that_a_former_process_of_the_node_knew_to_be_stored() throws SQLException {
    DatabaseHistory former = node();
    former.watch(database);
    DatabaseHistory node = node();
    node.resume(former.mark());
    node.watch(database);
    assertEquals(Optional.empty(), node.forkedAt());

    execute("update database_history set mark_millis = 0");
    DatabaseHistory later = node();
    later.resume(former.mark());
    later.watch(database);
    assertTrue(later.forkedAt().isPresent());
  }

  @Test
  void so_is_an_embedded_one_that_was_put_where_no_mark_of_it_is_kept() throws SQLException {
    DatabaseHistory node = node();
    node.resumeWithoutMark(database);
    node.watch(database);
    assertEquals(Optional.empty(), node.forkedAt(), "new");

    seconds = 60;
    DatabaseHistory elsewhere = node();
    elsewhere.resumeWithoutMark(database);
    elsewhere.watch(database);
    assertEquals(Optional.of(START.plusSeconds(60)), elsewhere.forkedAt());
  }

  @Test
  void another_identity_is_a_fork_that_every_node_learns_of() throws SQLException {
    DatabaseHistory first = node();
    DatabaseHistory second = node();
    first.watch(database);
    second.watch(database);
    execute("update database_history set identity = 'before the promotion'");
    seconds = 5;
    first.watch(database);
    seconds = 9;
    second.watch(database);
    assertEquals(Optional.of(START.plusSeconds(5)), first.forkedAt());
    assertEquals(first.forkedAt(), second.forkedAt());
    assertEquals(first.forkedAt(), started().forkedAt(), "and one that starts later");
  }

  @Test
  void one_without_an_identity_is_new_or_a_backup_from_before_there_were_any() throws SQLException {
    DatabaseHistory node = node();
    node.resume(START.minus(Duration.ofDays(1)).toEpochMilli());
    node.watch(database);
    assertEquals(Optional.of(START), node.forkedAt());
  }

  @Test
  void one_that_was_moved_elsewhere_with_all_it_holds_has_not_forked() throws SQLException {
    DatabaseHistory before = node();
    before.watch(database);
    try (Connection elsewhere = DriverManager.getConnection("jdbc:h2:mem:")) {
      execute(elsewhere, TABLE);
      assertFalse(before.goOn(database, elsewhere));
      assertEquals(Optional.empty(), metAfter(before, elsewhere));
    }
  }

  @Test
  void what_was_known_of_a_fork_before_a_move_holds_on_after_it() throws SQLException {
    DatabaseHistory before = node();
    before.watch(database);
    execute("update database_history set mark_millis = mark_millis - 1");
    before.watch(database);
    try (Connection elsewhere = DriverManager.getConnection("jdbc:h2:mem:")) {
      execute(elsewhere, TABLE);
      assertFalse(before.goOn(database, elsewhere));
      seconds = 60;
      assertEquals(Optional.of(START), metAfter(before, elsewhere));
    }
  }

  @Test
  void one_that_was_put_back_before_it_was_moved_has_forked() throws SQLException {
    DatabaseHistory before = node();
    before.watch(database);
    seconds = 60;
    try (Connection elsewhere = DriverManager.getConnection("jdbc:h2:mem:")) {
      execute(elsewhere, TABLE);
      assertTrue(node().goOn(database, elsewhere), "into the files of a node that has no mark");
      assertEquals(Optional.of(START.plusSeconds(60)), metAfter(node(), elsewhere));
      execute("update database_history set mark_millis = mark_millis - 1");
      assertTrue(before.goOn(database, elsewhere), "under a node that has a later one");
    }
  }

  @Test
  void one_that_no_node_has_marked_yet_can_be_moved() throws SQLException {
    try (Connection elsewhere = DriverManager.getConnection("jdbc:h2:mem:")) {
      execute(elsewhere, TABLE);
      assertFalse(node().goOn(database, elsewhere));
    }
  }

  /** What a start of that node finds, which keeps its mark. */
  private Optional<Instant> metAfter(DatabaseHistory before, Connection elsewhere)
      throws SQLException {
    DatabaseHistory after = node();
    after.meet(elsewhere);
    after.resume(before.mark());
    after.watch(elsewhere);
    return after.forkedAt();
  }

  @Test
  void a_schema_without_a_history_is_left_alone() throws SQLException {
    execute("drop table database_history");
    DatabaseHistory node = node();
    assertDoesNotThrow(() -> node.meet(database));
    assertEquals(Optional.empty(), node.forkedAt());
  }

  private DatabaseHistory started() throws SQLException {
    DatabaseHistory node = node();
    node.meet(database);
    return node;
  }

  private DatabaseHistory node() {
    return new DatabaseHistory(
        new Clock() {
          @Override
          public Instant instant() {
            return START.plusSeconds(seconds);
          }

          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }
        });
  }

  private void execute(String sql) throws SQLException {
    execute(database, sql);
  }

  private static void execute(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
