package org.doublelock.secondfactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Set;
import org.doublelock.apikey.KeyOnH2;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key's factor that changes while a password is hashed which was typed for it. */
class CurrentFactorTest extends KeyOnH2 {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final String PASSWORD = "seven quiet otters rowing";
  private static final String ANOTHER = "four herons cross a wet field";

  private CurrentFactorOn current;
  private FactorsOn factors;

  @BeforeEach
  void a_key_with_a_password() {
    current = new CurrentFactorOn(transactions, vault);
    factors = new FactorsOn(transactions, vault, current);
    factors.enrolPassword(key, PASSWORD, NOW);
  }

  @Test
  void what_was_typed_is_held_against_the_password_that_the_key_has_when_it_counts() {
    assertEquals(Confirmation.CONFIRMED, confirm(PASSWORD));
    current.meanwhile(() -> factors.enrolPassword(key, ANOTHER, LATER));
    assertEquals(Confirmation.WRONG, confirm(PASSWORD), "right when it was hashed");
    current.meanwhile(() -> factors.enrolPassword(key, PASSWORD, LATER));
    assertEquals(Confirmation.CONFIRMED, confirm(PASSWORD), "wrong when it was hashed");
  }

  @Test
  void a_password_confirms_no_app_that_came_meanwhile_and_a_code_no_password() {
    current.meanwhile(() -> factors.enrolApp(key, false, Set.of(), NOW));
    assertEquals(Confirmation.MALFORMED, confirm(PASSWORD));
    SharedSecret app = factors.enrolApp(key, false, Set.of(), NOW);
    String code = TotpVerifier.generate(app, TimeStep.at(LATER)).read();
    current.meanwhile(() -> factors.enrolPassword(key, PASSWORD, LATER));
    assertEquals(Confirmation.WRONG, confirm(code));
  }

  @Test
  void a_factor_that_is_gone_meanwhile_confirms_nothing() {
    current.meanwhile(() -> factors.remove(key.id()));
    assertEquals(Confirmation.NOTHING_TO_CONFIRM, confirm(PASSWORD));
  }

  @Test
  void a_lock_that_came_meanwhile_keeps_even_the_right_one_out() {
    current.meanwhile(
        () -> {
          for (int guess = 0; guess < 10; guess++) {
            factors.countWrong(key.id(), LATER);
          }
        });
    assertEquals(Confirmation.TOO_MANY, confirm(PASSWORD));
  }

  private Confirmation confirm(String typed) {
    return factors.confirm(key.id(), typed, LATER);
  }
}
