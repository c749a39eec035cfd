package org.doublelock.secondfactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.doublelock.apikey.KeyOnH2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemovalsTest extends KeyOnH2 {

  private static final Duration DAY = Duration.ofHours(24);

  private FactorsOn factors;
  private Removals removals;

  @BeforeEach
  void a_key_with_a_second_factor() {
    factors = new FactorsOn(transactions, vault);
    removals = removals("PT24H");
    factors.enrolApp(key, false, Set.of(), NOW);
  }

  @Test
  void waits_a_day_where_the_account_has_nothing_but_a_password() {
    assertTrue(waits(NOW));
    assertEquals(NOW.plus(DAY), ask(NOW));
    assertFalse(carryOut(NOW.plus(DAY).minusMillis(1)));
    assertTrue(factors.of(key.id()).isPresent());
    long before = epoch();
    assertTrue(carryOut(NOW.plus(DAY)));
    assertTrue(factors.of(key.id()).isEmpty());
    assertEquals(before + 1, epoch(), "every node obeys at once");
    assertFalse(carryOut(NOW.plus(DAY)), "once");
  }

  @Test
  void asking_again_shortens_and_lengthens_nothing() {
    ask(NOW);
    assertEquals(NOW.plus(DAY), ask(NOW.plusSeconds(3600)));
  }

  @Test
  void stopped_it_never_comes() {
    ask(NOW);
    transactions.in(
        () -> {
          removals.stop(key.id());
          return null;
        });
    assertFalse(carryOut(NOW.plus(DAY)));
    assertEquals(List.of(), transactions.in(() -> removals.allDue(NOW.plus(DAY))));
    assertTrue(factors.of(key.id()).isPresent());
  }

  @Test
  void a_node_whose_clock_is_ahead_shortens_no_wait() {
    Instant begun = Instant.now(); // as the database has it
    ask(begun);
    Instant ahead = begun.plus(DAY).plusSeconds(60);
    assertEquals(List.of(), transactions.in(() -> removals.allDue(ahead)));
    assertFalse(carryOut(ahead));
    assertTrue(factors.of(key.id()).isPresent());
  }

  @Test
  void a_factor_that_took_its_place_meanwhile_stays() {
    ask(NOW);
    factors.enrolPassword(key, "seven quiet otters rowing", NOW.plusSeconds(60));
    assertFalse(carryOut(NOW.plus(DAY)));
    assertTrue(factors.of(key.id()).isPresent());
  }

  @Test
  void an_accounts_own_factor_spares_the_wait_once_it_is_older_than_the_wait() {
    accounts.addApp(owner, NOW);
    assertTrue(waits(NOW.plus(DAY).minusMillis(1)), "one that a thief has just added");
    assertFalse(waits(NOW.plus(DAY)));
  }

  @Test
  void zero_turns_the_wait_off() {
    removals = removals("0");
    assertFalse(waits(NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"24", "a day", "PT-1H", "-PT1H", ""})
  void a_wait_that_is_no_duration_is_refused(String setting) {
    assertThrows(IllegalArgumentException.class, () -> new CoolOff(setting));
  }

  private Removals removals(String coolOff) {
    return factors.removals(accounts.factors(), coolOff);
  }

  private boolean waits(Instant now) {
    return transactions.in(() -> removals.hasToWait(owner, now));
  }

  private Instant ask(Instant now) {
    transactions.in(() -> factors.lose(removals, key, now));
    return transactions.in(() -> removals.due(key.id())).orElseThrow();
  }

  private boolean carryOut(Instant now) {
    return transactions.in(() -> removals.carryOut(key.id(), now));
  }

  private long epoch() {
    return transactions.in(
        () ->
            (Long)
                transactions
                    .entities()
                    .createNativeQuery(
                        "select epoch from api_key_call_state where api_key_id = :key", Long.class)
                    .setParameter("key", key.id().value())
                    .getSingleResult());
  }
}
