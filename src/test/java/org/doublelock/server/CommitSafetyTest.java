package org.doublelock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told about the database's commits. */
class CommitSafetyTest {

  @ParameterizedTest
  @CsvSource({
    "on, on, standby, true, true",
    "on, remote_apply, ANY 1 (a), true, true",
    "on, on, '', true, false",
    "on, local, standby, true, false",
    "on, off, standby, false, false",
    "off, on, '', false, false",
  })
  void follows_from_the_settings_of_postgresql(
      String fsync, String commit, String standbys, boolean durable, boolean replicated) {
    assertEquals(new CommitSafety(durable, replicated), CommitSafety.of(fsync, commit, standbys));
  }

  @Test
  void is_spoken_of_where_it_is_less_than_promised() {
    assertEquals(List.of(), new CommitSafety(true, false).warnings(false));
    assertEquals(List.of(), new CommitSafety(true, true).warnings(true));
    assertEquals(1, new CommitSafety(true, false).warnings(true).size());
    assertTrue(new CommitSafety(false, true).warnings(false).get(0).contains("fsync"));
  }

  @Test
  void the_embedded_database_writes_each_commit_and_has_no_standby() throws SQLException {
    try (Connection embedded = DriverManager.getConnection("jdbc:h2:mem:")) {
      assertEquals(new CommitSafety(true, false), CommitSafety.of(embedded));
    }
  }
}
