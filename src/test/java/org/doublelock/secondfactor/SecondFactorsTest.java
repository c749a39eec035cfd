package org.doublelock.secondfactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.doublelock.account.BearerToken;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.apikey.KeyOnH2;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The factor that a key has, shown in the browser. */
class SecondFactorsTest extends KeyOnH2 {

  private static final Instant LATER = NOW.plusSeconds(300);
  private static final String PASSWORD = "seven quiet otters rowing";
  private static final int BOUND = 10;

  private FactorsOn factors;

  @BeforeEach
  void a_key() {
    factors = new FactorsOn(transactions, vault);
  }

  @Test
  void a_key_without_one_has_nothing_to_confirm() {
    assertEquals(Optional.empty(), factors.of(key.id()));
    assertEquals(Confirmation.NOTHING_TO_CONFIRM, confirm("123456", NOW));
    assertEquals(Map.of(), summaries());
  }

  @Test
  void a_code_is_good_once_also_the_one_that_enrolled() {
    SharedSecret app = factors.enrolApp(key, false, Set.of(), NOW);
    assertEquals(Confirmation.USED, confirm(code(app, NOW), NOW));
    assertEquals(Confirmation.CONFIRMED, confirm(code(app, LATER), LATER));
    assertEquals(Confirmation.USED, confirm(code(app, LATER), LATER));
    assertEquals(Confirmation.USED, confirm(code(app, LATER.minusSeconds(30)), LATER), "older");
  }

  @Test
  void a_password_is_good_as_often_as_it_is_given() {
    factors.enrolPassword(key, PASSWORD, NOW);
    assertEquals(Confirmation.CONFIRMED, confirm(PASSWORD, NOW));
    assertEquals(Confirmation.CONFIRMED, confirm(PASSWORD, NOW));
    assertEquals(Confirmation.WRONG, confirm(PASSWORD + " ", NOW));
  }

  @Test
  void ten_wrong_ones_in_a_row_lock_it_and_a_right_one_is_not_looked_at_then() {
    SharedSecret app = factors.enrolApp(key, false, Set.of(), NOW);
    for (int guess = 1; guess <= BOUND; guess++) {
      assertEquals(Confirmation.MALFORMED, confirm("not a code", LATER), "is no guess");
      assertEquals(Confirmation.WRONG, confirm(code(app, LATER.minusSeconds(3600)), LATER));
    }
    assertEquals(Confirmation.TOO_MANY, confirm(code(app, LATER), LATER));
    assertFalse(factors.countWrong(key.id(), LATER), "nothing is counted while it is locked");
    assertEquals(
        1,
        Collections.frequency(EventsOn.kinds(transactions, owner.value()), EventKind.KEY_LOCKED));
    Instant over = LATER.plus(Duration.ofMinutes(16));
    assertEquals(Confirmation.CONFIRMED, confirm(code(app, over), over));
  }

  @Test
  void a_right_one_ends_the_row_of_wrong_ones() {
    factors.enrolPassword(key, PASSWORD, NOW);
    for (int guess = 1; guess < BOUND; guess++) {
      confirm("wrong", NOW);
    }
    assertEquals(Confirmation.CONFIRMED, confirm(PASSWORD, NOW));
    assertEquals(Confirmation.WRONG, confirm("wrong", NOW));
    assertEquals(Confirmation.CONFIRMED, confirm(PASSWORD, NOW), "not locked");
  }

  @Test
  void wrong_ones_of_calls_and_of_pages_count_together() {
    factors.enrolPassword(key, PASSWORD, NOW);
    for (int guess = 1; guess < BOUND; guess++) {
      assertTrue(factors.countWrong(key.id(), NOW));
    }
    assertEquals(Confirmation.WRONG, confirm("wrong", NOW));
    assertEquals(Confirmation.TOO_MANY, confirm(PASSWORD, NOW));
  }

  @Test
  void a_new_factor_begins_without_the_wrong_guesses_of_the_one_before() {
    factors.enrolPassword(key, PASSWORD, NOW);
    for (int guess = 1; guess <= BOUND; guess++) {
      confirm("wrong", NOW);
    }
    SharedSecret app = factors.enrolApp(key, false, Set.of(), NOW);
    assertEquals(Confirmation.CONFIRMED, confirm(code(app, LATER), LATER));
  }

  @Test
  void tells_how_it_is_asked_for_and_nothing_secret() {
    assertEquals(Optional.empty(), transactions.in(() -> factors.terms(key.id())));
    factors.enrolApp(key, true, Set.of("Withdraw"), NOW);
    FactorTerms terms = transactions.in(() -> factors.terms(key.id())).orElseThrow();
    assertEquals(SecondFactorMethod.TOTP, terms.method());
    assertTrue(terms.strictCodes());
    assertEquals(Set.of("Withdraw"), terms.actions().ticked());
  }

  @Test
  void a_deleted_key_leaves_nothing_of_it_behind() {
    factors.enrolApp(key, false, Set.of("Withdraw"), NOW);
    factors.begin(key, BearerToken.random(), NOW);
    Removals removals = factors.removals(accounts.factors(), "PT24H");
    transactions.in(() -> factors.lose(removals, key, NOW));
    assertEquals(List.of(1L, 1L, 1L, 1L), rows());
    new ApiKeysOn(transactions, vault, factors.ofDeletedKeys()).delete(key, NOW);
    assertEquals(List.of(0L, 0L, 0L, 0L), rows());
    List<EventKind> told = EventsOn.kinds(transactions, owner.value());
    assertEquals(EventKind.KEY_DELETED, told.get(told.size() - 1), "and of nothing else");
  }

  private List<Long> rows() {
    return Stream.of("", "_action", "_enrolment", "_removal")
        .map(
            part ->
                transactions.in(
                    () ->
                        (Long)
                            transactions
                                .entities()
                                .createNativeQuery(
                                    "select count(*) from second_factor" + part, Long.class)
                                .getSingleResult()))
        .toList();
  }

  @Test
  void removed_it_is_off_and_that_is_written_down_once() {
    factors.enrolApp(key, true, Set.of("Withdraw"), NOW);
    SecondFactor.Totp had = (SecondFactor.Totp) factors.of(key.id()).orElseThrow();
    assertTrue(had.strictCodes());
    assertEquals(Set.of("Withdraw"), had.actions().ticked());
    assertEquals(Map.of(key.id(), new FactorSummary(SecondFactorMethod.TOTP, NOW)), summaries());
    factors.remove(key.id());
    factors.remove(key.id());
    assertEquals(Optional.empty(), factors.of(key.id()));
    assertEquals(
        1,
        Collections.frequency(
            EventsOn.kinds(transactions, owner.value()), EventKind.TWO_FACTOR_OFF));
    assertFalse(transactions.in(() -> factors.has(key.id(), had)));
  }

  private Confirmation confirm(String typed, Instant now) {
    return factors.confirm(key.id(), typed, now);
  }

  private Map<?, ?> summaries() {
    return transactions.in(() -> factors.summaries(List.of(key.id())));
  }

  private static String code(SharedSecret app, Instant time) {
    return TotpVerifier.generate(app, TimeStep.at(time)).read();
  }
}
