package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.doublelock.deadline.Deadline;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How long a connection waits for an answer of PostgreSQL. */
class AnswerLimitIT {

  private static final Duration SHORT = Duration.ofSeconds(1);

  private static EmbeddedPostgres database;

  @BeforeAll
  static void start() throws IOException {
    database = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @Test
  void no_longer_than_the_work_may_that_uses_it() throws SQLException {
    try (Connection connection = open()) {
      long start = System.nanoTime();
      assertThrows(SQLException.class, () -> Deadline.within(SHORT, () -> answer(connection, 20)));
      assertTrue(System.nanoTime() - start < 10_000_000_000L);
      assertTrue(connection.isClosed(), "nobody gets its late answer");
    }
  }

  @Test
  void as_long_as_ever_when_the_next_work_has_no_deadline() throws SQLException {
    try (Connection connection = open()) {
      assertEquals("there", Deadline.within(SHORT, () -> answer(connection, 0)));
      assertEquals("there", answer(connection, 2));
    }
  }

  @Test
  void long_enough_for_one_that_answers_when_the_time_is_over() throws SQLException {
    try (Connection connection = open()) {
      assertEquals("there", Deadline.within(Duration.ZERO, () -> answer(connection, 0)));
    }
  }

  private static Connection open() throws SQLException {
    return LateFailingConnection.of(database.getPostgresDatabase().getConnection());
  }

  private static String answer(Connection connection, int seconds) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select 'there' from pg_sleep(" + seconds + ") as slept")) {
      row.next();
      return row.getString(1);
    }
  }
}
