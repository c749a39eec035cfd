package org.doublelock.verification;

import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.doublelock.apikey.IssuedKey;
import org.doublelock.otp.SharedSecret;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thief of the signing secret sends nonces far ahead, and does not have the second factor. */
abstract class FarNonces extends TwoNodes {

  private static final long MILLIS = LATER.toEpochMilli();
  private static final long HIGHEST = -1; // all bits set
  private static final long[] FAR = {
    HIGHEST, Long.MIN_VALUE, Long.MAX_VALUE, MILLIS * 1_000_000, MILLIS * 1_000, MILLIS + 60_001
  };

  @Test
  void a_nonce_far_ahead_is_not_spent_without_the_factor_with_a_window_or_without() {
    for (Caller caller : List.of(site.newKey(), site.newKeyWithWindow(5_000))) {
      SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
      accepted(a, caller.call(MILLIS, app, LATER, 0), LATER);
      for (long far : FAR) {
        refused(Refusal.OTP_MISSING, a, caller.call(far), LATER);
        refused(Refusal.OLD_NONCE, b, caller.call(far, Caller.wrongCode(app, LATER)), LATER);
      }
      refused(Refusal.OTP_WRONG, b, caller.call(HIGHEST - 1, "no code"), LATER);
      assertEquals(1, site.state(caller.id()).failures());
      assertEquals(Long.toString(MILLIS), site.state(caller.id()).lastNonce());
      accepted(b, caller.call(MILLIS + 1, app, LATER, 0), LATER);
    }
  }

  @Test
  void a_key_that_was_never_used_is_not_ended_either() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    for (long far : FAR) {
      refused(Refusal.OTP_MISSING, a, caller.call(far), LATER);
    }
    refused(Refusal.OTP_MISSING, a, caller.call(MILLIS), LATER);
    accepted(a, caller.call(MILLIS + 1, app, LATER, 0), LATER);
  }

  @Test
  void in_its_unit_a_nonce_is_spent_up_to_a_minute_ahead_and_that_passes() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    accepted(a, caller.call(MILLIS, app, LATER, 0), LATER);
    refused(Refusal.OTP_MISSING, a, caller.call(MILLIS + 60_000), LATER);
    assertEquals(Long.toString(MILLIS + 60_000), site.state(caller.id()).lastNonce());
    refused(Refusal.OLD_NONCE, a, caller.call(MILLIS + 1, app, LATER, 0), LATER);
    Instant minuteLater = LATER.plusSeconds(61);
    accepted(b, caller.call(minuteLater.toEpochMilli(), app, minuteLater, 0), minuteLater);
  }

  @Test
  void with_the_factor_any_nonce_is_spent_and_a_program_may_change_to_a_finer_unit() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    for (long nonce : new long[] {5, MILLIS, MILLIS * 1_000, MILLIS * 1_000_000, HIGHEST}) {
      accepted(a, caller.call(nonce, app, LATER, 0), LATER);
      refused(Refusal.OLD_NONCE, b, caller.call(nonce, app, LATER, 0), LATER);
    }
  }

  @Test
  void each_guess_counts_wherever_its_nonce_lies_and_no_call_counts_twice() {
    for (Caller caller : List.of(site.newKey(), site.newKeyWithWindow(5_000))) {
      SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
      accepted(a, caller.call(MILLIS, app, LATER, 0), LATER);
      String wrong = Caller.wrongCode(app, LATER);
      SignedCall captured = caller.call(HIGHEST - 20, wrong);
      SignedCall other = caller.call(HIGHEST - 30, wrong);
      refused(Refusal.OTP_WRONG, a, captured, LATER);
      refused(Refusal.OTP_WRONG, b, other, LATER);
      for (int again = 0; again < 10; again++) {
        refused(Refusal.OLD_NONCE, b, captured, LATER);
        refused(Refusal.OLD_NONCE, a, other, LATER);
        refused(Refusal.OLD_NONCE, a, caller.call(HIGHEST - 20, app, LATER, 0), LATER);
      }
      assertEquals(2, site.state(caller.id()).failures());
      for (int guess = 3; guess <= 10; guess++) {
        refused(Refusal.OTP_WRONG, a, caller.call(HIGHEST - guess, wrong), LATER);
      }
      refused(Refusal.KEY_LOCKED, b, caller.call(HIGHEST, app, LATER, 0), LATER);
      Instant end = LATER.plus(Duration.ofMinutes(15));
      refused(Refusal.OLD_NONCE, b, caller.call(HIGHEST, app, end, 0), end);
      accepted(b, caller.call(end.toEpochMilli(), app, end, 0), end);
    }
  }

  @Test
  void a_refused_call_is_not_taken_once_its_date_has_come_or_the_factor_is_off() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    accepted(a, caller.call(MILLIS, app, LATER, 0), LATER);
    Instant tomorrow = LATER.plus(Duration.ofDays(1));
    SignedCall dated = caller.call(tomorrow.toEpochMilli());
    SignedCall highest = caller.call(HIGHEST);
    refused(Refusal.OTP_MISSING, a, dated, LATER);
    refused(Refusal.OTP_MISSING, a, highest, LATER);
    site.factors.remove(caller.id());
    refused(Refusal.OLD_NONCE, b, dated, tomorrow);
    refused(Refusal.OLD_NONCE, b, highest, tomorrow);
    accepted(b, caller.call(tomorrow.toEpochMilli() + 1), tomorrow);
  }

  @Test
  void calls_that_need_no_factor_spend_nothing_far_ahead_and_a_new_key_may_begin_with_them() {
    VerificationService selecting = site.node("selected", 15, 0);
    for (Caller caller : List.of(site.newKey(), site.newKeyWithWindow(5_000))) {
      SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of("Ledgers"), NOW);
      refused(Refusal.OLD_NONCE, selecting, caller.call(HIGHEST), LATER);
      accepted(selecting, caller.call(MILLIS), LATER);
      for (long far : FAR) {
        refused(Refusal.OLD_NONCE, selecting, caller.call(far), LATER);
      }
      accepted(selecting, caller.call(MILLIS + 1), LATER);
      accepted(selecting, caller.calling("Ledgers").call(MILLIS * 1_000, app, LATER, 0), LATER);
      accepted(selecting, caller.call(MILLIS * 1_000 + 1), LATER);
    }
  }

  @Test
  void a_key_without_a_factor_spends_any_nonce() {
    Caller caller = site.newKey();
    accepted(a, caller.call(5), LATER);
    accepted(a, caller.call(HIGHEST), LATER);
  }

  @Test
  void a_strict_code_that_was_used_spends_nothing_far_ahead() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), true, Set.of(), NOW);
    accepted(a, caller.call(MILLIS, app, LATER, 0), LATER);
    refused(Refusal.OTP_REUSED, a, caller.call(HIGHEST, app, LATER, 0), LATER);
    refused(Refusal.OLD_NONCE, a, caller.call(HIGHEST, app, LATER, 0), LATER);
    accepted(a, caller.call(MILLIS + 1, app, LATER, 1), LATER);
  }

  @Test
  @Tag("slow")
  void the_last_thousand_refused_nonces_are_remembered() {
    Caller caller = site.newKey();
    site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    for (long back = 0; back < 1_010; back++) {
      refused(Refusal.OTP_MISSING, a, caller.call(HIGHEST - back), LATER);
    }
    assertEquals(1_000, site.refusedNonces(caller.id()));
  }

  // Rolling

  @Test
  void nonces_start_anew_with_a_new_secret_and_no_old_call_is_taken() {
    for (Caller caller : List.of(site.newKey(), site.newKeyWithWindow(5_000))) {
      SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
      SignedCall captured = caller.call(MILLIS * 1_000, app, LATER, 0);
      accepted(a, captured, LATER);
      accepted(b, caller.call(HIGHEST, app, LATER, 0), LATER);
      refused(Refusal.OTP_MISSING, a, caller.call(HIGHEST - 1), LATER);
      Caller rolled = rolled(caller, Duration.ZERO);
      refused(Refusal.WRONG_SIGNATURE, a, captured, LATER);
      refused(Refusal.WRONG_SIGNATURE, b, captured, LATER);
      accepted(a, rolled.call(1, app, LATER, 0), LATER);
      accepted(b, rolled.call(MILLIS, app, LATER, 0), LATER);
      refused(Refusal.OLD_NONCE, a, rolled.call(MILLIS, app, LATER, 0), LATER);
      assertEquals(0, site.refusedNonces(caller.id()));
    }
  }

  @Test
  void while_two_secrets_sign_they_share_one_sequence_and_it_goes_on_afterwards() {
    Caller caller = site.newKey();
    accepted(a, caller.call(1_000), LATER);
    Caller rolled = rolled(caller, Duration.ofHours(1));
    refused(Refusal.OLD_NONCE, a, rolled.call(1_000), LATER);
    SignedCall captured = rolled.call(1_001);
    accepted(a, captured, LATER);
    accepted(b, caller.call(1_002), LATER);
    Instant end = LATER.plus(Duration.ofHours(2));
    refused(Refusal.WRONG_SIGNATURE, a, caller.call(1_003), end);
    refused(Refusal.OLD_NONCE, a, captured, end);
    Caller anew = rolled(rolled, Duration.ZERO);
    accepted(b, anew.call(1), end);
    refused(Refusal.WRONG_SIGNATURE, b, captured, end);
    assertTrue(site.state(caller.id()).epoch() > 2);
  }

  private Caller rolled(Caller caller, Duration overlap) {
    IssuedKey issued = site.keys.roll(caller.key(), overlap, LATER);
    return caller.signingWith(issued.secret());
  }
}
