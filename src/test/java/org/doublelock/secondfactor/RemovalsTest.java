package org.doublelock.secondfactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.BearerToken;
import org.doublelock.account.revocation.AccessRevoked;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
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
  void nor_does_it_make_a_factor_old_that_was_just_added() {
    Instant begun = Instant.now(); // as the database has it
    accounts.addApp(owner, begun);
    assertTrue(waits(begun.plus(DAY).plusSeconds(60)));
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

  @Test
  void where_nothing_waits_it_is_off_at_once() {
    removals = removals("0");
    assertEquals(Removals.Outcome.OFF, lose());
    assertTrue(factors.of(key.id()).isEmpty());
    assertEquals(Duration.ZERO, removals.coolOff());
  }

  @Test
  void its_beginning_and_its_stop_are_written_down_once_each() {
    assertEquals(Removals.Outcome.LATER, lose());
    assertEquals(Removals.Outcome.LATER, lose());
    assertTrue(transactions.in(() -> removals.stop(key.id())));
    assertFalse(transactions.in(() -> removals.stop(key.id())), "none waits any more");
    List<EventKind> told = EventsOn.kinds(transactions, owner.value());
    assertEquals(1, Collections.frequency(told, EventKind.TWO_FACTOR_OFF_BEGUN));
    assertEquals(1, Collections.frequency(told, EventKind.TWO_FACTOR_OFF_STOPPED));
  }

  @Test
  void neither_a_loss_nor_a_proof_of_the_factor_before_takes_the_one_after_it() {
    SecondFactor before = factors.of(key.id()).orElseThrow();
    factors.enrolPassword(key, "seven quiet otters rowing", NOW.plusSeconds(60));
    assertEquals(
        Removals.Outcome.ANOTHER_FACTOR,
        transactions.in(() -> removals.lost(key.id(), before, owner, NOW)));
    assertFalse(transactions.in(() -> removals.confirmed(key.id(), before)));
    assertTrue(factors.of(key.id()).isPresent());
    SecondFactor now = factors.of(key.id()).orElseThrow();
    assertTrue(transactions.in(() -> removals.confirmed(key.id(), now)));
    assertTrue(factors.of(key.id()).isEmpty());
  }

  @Test
  void a_locked_account_has_no_factor_switched_off() {
    SecondFactor factor = factors.of(key.id()).orElseThrow();
    transactions.in(
        () -> {
          accounts.accounts().lock(owner, NOW);
          return null;
        });
    for (Callable<?> act :
        List.<Callable<?>>of(
            () -> removals.lost(key.id(), factor, owner, NOW),
            () -> removals.confirmed(key.id(), factor))) {
      assertThrows(AccountLocked.class, () -> transactions.in(act));
    }
    assertTrue(factors.of(key.id()).isPresent());
  }

  @Test
  void every_way_into_the_account_that_ends_takes_what_was_begun_with_it() {
    BearerToken session = BearerToken.random();
    lose();
    factors.begin(key, session, NOW);
    transactions.in(
        Executors.callable(
            () -> factors.setupsOf(accounts.factors()).accept(new AccessRevoked(owner))));
    assertEquals(Optional.empty(), transactions.in(() -> removals.due(key.id())));
    assertEquals(
        Optional.empty(), transactions.in(() -> factors.enrolments().begun(key.id(), session)));
  }

  private Removals.Outcome lose() {
    return transactions.in(() -> factors.lose(removals, key, NOW));
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
