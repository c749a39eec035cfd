package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.doublelock.apikey.ApiKeyId;
import org.junit.jupiter.api.Test;

class CallRatesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final ApiKeyId key = ApiKeyId.random();
  private final CallRates rates = new CallRates(15, 0.5);

  @Test
  void a_key_may_call_up_to_the_maximum_at_once() {
    assertEquals(15, admitted(20, NOW));
  }

  @Test
  void a_costly_call_counts_twice() {
    assertTrue(rates.admit(key, 2, NOW));
    assertEquals(13, admitted(20, NOW));
  }

  @Test
  void an_exempt_call_is_admitted_at_the_maximum_too() {
    admitted(15, NOW);
    assertTrue(rates.admit(key, 0, NOW));
  }

  @Test
  void the_counter_falls_with_time() {
    admitted(15, NOW);
    assertFalse(rates.admit(key, 1, NOW.plusMillis(1_999)));
    assertTrue(rates.admit(key, 1, NOW.plusMillis(2_000)));
    assertFalse(rates.admit(key, 1, NOW.plusMillis(2_000)));
  }

  @Test
  void a_refused_call_adds_nothing() {
    admitted(15, NOW);
    admitted(100, NOW.plusSeconds(1));
    assertTrue(rates.admit(key, 1, NOW.plusSeconds(2)));
  }

  @Test
  void the_counter_never_falls_below_zero() {
    admitted(1, NOW);
    assertEquals(15, admitted(100, NOW.plusSeconds(1_000)));
  }

  @Test
  void a_clock_that_jumps_back_and_returns_lowers_nothing() {
    admitted(15, NOW);
    assertFalse(rates.admit(key, 1, NOW.minusSeconds(600)));
    assertFalse(rates.admit(key, 1, NOW));
  }

  @Test
  void another_key_has_a_counter_of_its_own() {
    admitted(15, NOW);
    assertTrue(rates.admit(ApiKeyId.random(), 1, NOW));
  }

  private int admitted(int calls, Instant at) {
    int count = 0;
    for (int call = 0; call < calls; call++) {
      count += rates.admit(key, 1, at) ? 1 : 0;
    }
    return count;
  }
}
