package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.history.DatabaseHistory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySnapshotsTest {

  /** There is no database here: asking one would fail. */
  private final KeySnapshots snapshots =
      new KeySnapshots(null, new KeyStandings(null), new DatabaseHistory(Clock.systemUTC()), 10);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "\0",
        "' or 1=1 --",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\0",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void asks_the_database_for_nothing_that_cannot_be_a_key(String sent) throws SQLException {
    assertEquals(Optional.empty(), snapshots.read(sent, Instant.EPOCH));
    assertEquals(Optional.empty(), snapshots.standing(sent));
  }
}
