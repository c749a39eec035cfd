package org.doublelock.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a fork is where no commit is lost, and what ends with one. */
class ForkTest {

  private static final String OTHER = "update database_history set identity = 'another'";
  private static final String EARLIER = "update database_history set mark_millis = mark_millis - 1";

  private Connection database;

  @BeforeEach
  void open() throws SQLException {
    database = DriverManager.getConnection("jdbc:h2:mem:");
    execute(
        Promotion.LEASES
            + ";create table database_history (id integer, identity varchar(200),"
            + " mark_millis bigint, forked_at_millis bigint);"
            + "insert into database_history values (1, '', 0, 0)");
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void a_standby_that_has_every_commit_goes_on_with_the_history() throws SQLException {
    DatabaseHistory node = marked();
    execute(OTHER);
    node.meet(database);
    assertEquals(Optional.empty(), node.forkedAt());
    DatabaseHistory started = new DatabaseHistory(Clock.systemUTC());
    started.watch(database);
    assertEquals(Optional.empty(), started.forkedAt(), "its identity is the known one from now on");
  }

  @Test
  void a_backup_that_is_put_back_is_a_fork_there_too() throws SQLException {
    DatabaseHistory node = marked();
    execute(EARLIER);
    node.meet(database);
    assertTrue(node.forkedAt().isPresent());
  }

  @Test
  void so_is_one_that_is_put_back_as_another_database() throws SQLException {
    DatabaseHistory node = marked();
    execute(OTHER);
    execute(EARLIER);
    node.meet(database);
    assertTrue(node.forkedAt().isPresent());
  }

  @Test
  void so_is_another_database_for_a_node_that_has_no_mark_to_tell_by() throws SQLException {
    marked();
    execute(OTHER);
    DatabaseHistory without = new DatabaseHistory(Clock.systemUTC());
    without.keepEveryCommit();
    without.meet(database);
    assertTrue(without.forkedAt().isPresent());
  }

  @Test
  void leases_of_before_are_at_an_epoch_that_their_keys_have_left() throws SQLException {
    execute("insert into api_key_call_state values (1, 7), (2, 7), (3, 7), (4, 7)");
    execute("insert into api_key_lease values (1, 7, false), (2, 6, false), (3, 7, true)");
    DatabaseHistory node = marked();
    execute(EARLIER);
    node.meet(database);
    assertEquals("1=8 2=7 3=7 4=7", epochs(), "but for those that are over and told");
  }

  @Test
  void a_lease_that_was_granted_since_is_not_ended_by_a_node_that_comes_later()
      throws SQLException {
    DatabaseHistory first = marked();
    DatabaseHistory second = new DatabaseHistory(Clock.systemUTC());
    second.resume(first.mark());
    execute(EARLIER);
    first.meet(database);
    execute("insert into api_key_call_state values (1, 7)");
    execute("insert into api_key_lease values (1, 7, false)");
    second.meet(database);
    assertEquals("1=7", epochs());
  }

  @Test
  void a_node_whose_clock_is_ahead_finds_no_second_fork_where_another_found_one()
      throws SQLException {
    DatabaseHistory ahead =
        new DatabaseHistory(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5)));
    ahead.watch(database);
    execute(OTHER);
    DatabaseHistory other = new DatabaseHistory(Clock.systemUTC());
    other.meet(database);
    ahead.meet(database);
    assertEquals(other.forkedAt(), ahead.forkedAt());
  }

  /** A node whose operator says that a standby has every commit. */
  private DatabaseHistory marked() throws SQLException {
    DatabaseHistory node =
        new DatabaseHistory(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-1)));
    node.keepEveryCommit();
    node.watch(database);
    return node;
  }

  private String epochs() throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select listagg(api_key_id || '=' || epoch, ' ') within group (order by"
                    + " api_key_id) from api_key_call_state")) {
      row.next();
      return row.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
