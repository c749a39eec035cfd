package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.doublelock.history.DatabaseHistory;
import org.doublelock.history.Promotion;
import org.doublelock.signing.Nonce;
import org.junit.jupiter.api.Test;

/** What may be fresh after a failover. */
class HistoryFloorTest {

  /** Later than the clock of the database, so that it is the instant of the fork. */
  private static final Instant FORK = Instant.parse("2126-11-28T10:00:00Z");

  private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");

  private static final Instant NOW = FORK.plusSeconds(60);

  private final HistoryFloor forked = new HistoryFloor(forked());

  @Test
  void anything_while_there_was_no_failover() {
    HistoryFloor floor = new HistoryFloor(new DatabaseHistory(Clock.systemUTC()));
    assertTrue(floor.admits(new Nonce(1), OLD, NOW));
  }

  @Test
  void a_time_after_it_and_the_margin_for_clocks() {
    long millis = FORK.plus(HistoryFloor.MARGIN).toEpochMilli();
    assertTrue(forked.admits(new Nonce(millis + 1), OLD, NOW));
    assertFalse(forked.admits(new Nonce(millis), OLD, NOW));
    assertTrue(forked.admits(new Nonce((millis + 1) * 1_000_000), OLD, NOW));
    assertFalse(forked.admits(new Nonce(millis * 1_000), OLD, NOW));
  }

  @Test
  void no_time_to_come_which_may_have_been_used_as_any_number() {
    long farAhead = NOW.plus(NonceUnits.AHEAD).plusSeconds(1).getEpochSecond();
    assertFalse(forked.admits(new Nonce(farAhead), OLD, NOW));
    assertTrue(forked.admits(new Nonce(farAhead - 1), OLD, NOW));
  }

  @Test
  void no_number_that_is_no_time_until_the_key_is_rolled() {
    assertFalse(forked.admits(new Nonce(42), OLD, NOW));
    assertFalse(forked.admits(new Nonce(-1), OLD, NOW));
    assertFalse(forked.admits(new Nonce(42), FORK, NOW));
    assertTrue(forked.admits(new Nonce(42), FORK.plusMillis(1), NOW));
  }

  private static DatabaseHistory forked() {
    DatabaseHistory history = new DatabaseHistory(Clock.fixed(FORK, ZoneOffset.UTC));
    Promotion.seenBy(history);
    return history;
  }
}
