package org.doublelock.verification;

import static org.doublelock.verification.Installation.NOW;
import static org.doublelock.verification.Installation.within;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.doublelock.apikey.Description;
import org.doublelock.otp.SharedSecret;
import org.junit.jupiter.api.Test;

/** Keys whose nonces may arrive out of order, up to a window. */
abstract class NonceWindows extends TwoNodes {

  @Test
  void a_nonce_may_lie_as_far_below_the_highest_as_the_window_is_wide() {
    Caller caller = site.newKeyWithWindow(100);
    accepted(a, caller.call(1000), LATER);
    accepted(b, caller.call(900), LATER);
    refused(Refusal.OLD_NONCE, a, caller.call(899), LATER);
    accepted(a, caller.call(999), LATER);
    accepted(a, caller.call(1100), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(999), LATER);
    accepted(b, caller.call(1001), LATER);
    assertEquals("1100", site.state(caller.id()).lastNonce());
  }

  @Test
  void inside_the_window_each_nonce_is_accepted_once() {
    Caller caller = site.newKeyWithWindow(1000);
    long[] nonces = {500, 400, 499, 450, 501, 1, 300};
    for (long nonce : nonces) {
      accepted(a, caller.call(nonce), LATER);
    }
    for (long nonce : nonces) {
      refused(Refusal.OLD_NONCE, a, caller.call(nonce), LATER);
      refused(Refusal.OLD_NONCE, b, caller.call(nonce), LATER);
    }
  }

  @Test
  void the_window_does_not_wrap_at_either_end() {
    Caller caller = site.newKeyWithWindow(100);
    accepted(a, caller.call(5), LATER);
    accepted(a, caller.call(1), LATER);
    refused(Refusal.OLD_NONCE, a, caller.call(0), LATER);
    accepted(a, caller.call(-1), LATER); // the highest there is
    accepted(b, caller.call(-2), LATER);
    accepted(b, caller.call(-101), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(-102), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(-1), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(50), LATER);
  }

  @Test
  void whatever_the_window_becomes_no_nonce_is_accepted_twice() {
    Caller caller = site.newKeyWithWindow(100);
    accepted(a, caller.call(1000), LATER);
    accepted(b, caller.call(950), LATER);
    change(caller, 500);
    refused(Refusal.OLD_NONCE, a, caller.call(1000), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(950), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(960), LATER);
    accepted(a, caller.call(1100), LATER);
    accepted(b, caller.call(1001), LATER);
    change(caller, 0);
    refused(Refusal.OLD_NONCE, a, caller.call(1050), LATER);
    accepted(a, caller.call(1200), LATER);
    accepted(b, caller.call(1300), LATER);
    change(caller, 500);
    refused(Refusal.OLD_NONCE, a, caller.call(1200), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(1250), LATER);
    accepted(a, caller.call(1400), LATER);
    accepted(b, caller.call(1301), LATER);
    refused(Refusal.OLD_NONCE, a, caller.call(1301), LATER);
  }

  @Test
  void other_changes_leave_the_window_as_it_is() {
    Caller caller = site.newKeyWithWindow(100);
    accepted(a, caller.call(1000), LATER);
    accepted(a, caller.call(950), LATER);
    change(caller, 100);
    site.keys.disable(caller.key(), LATER);
    site.keys.enable(caller.key(), LATER);
    accepted(b, caller.call(960), LATER);
    refused(Refusal.OLD_NONCE, a, caller.call(950), LATER);
    refused(Refusal.OLD_NONCE, a, caller.call(1000), LATER);
  }

  @Test
  void wrong_and_missing_codes_spend_nonces_inside_the_window_too() {
    Caller caller = site.newKeyWithWindow(100);
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    String wrong = Caller.wrongCode(app, LATER);
    accepted(a, caller.call(1000, app, LATER, 0), LATER);
    refused(Refusal.OTP_WRONG, a, caller.call(950, wrong), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(950, wrong), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(950, app, LATER, 0), LATER);
    refused(Refusal.OTP_MISSING, b, caller.call(960), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(960, app, LATER, 0), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(899, wrong), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(1000, wrong), LATER);
    assertEquals(1, site.state(caller.id()).failures());
    accepted(b, caller.call(970, app, LATER, 0), LATER);
    assertEquals(0, site.state(caller.id()).failures());
  }

  @Test
  void a_strict_code_stays_single_use_inside_the_window() {
    Caller caller = site.newKeyWithWindow(100);
    SharedSecret app = site.factors.enrolApp(caller.key(), true, Set.of(), NOW);
    accepted(a, caller.call(1000, app, LATER, 0), LATER);
    refused(Refusal.OTP_REUSED, b, caller.call(950, app, LATER, 0), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(950, app, LATER, 1), LATER);
    accepted(b, caller.call(951, app, LATER, 1), LATER);
  }

  @Test
  void with_a_window_and_without_a_call_that_needs_no_factor_leaves_the_count_of_wrong_ones() {
    VerificationService selecting = site.node("selected", 15, 0);
    for (Caller caller : List.of(site.newKeyWithWindow(100), site.newKey())) {
      SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of("Ledgers"), NOW);
      Caller guessing = caller.calling("Ledgers");
      refused(Refusal.OTP_WRONG, selecting, guessing.call(1, Caller.wrongCode(app, LATER)), LATER);
      accepted(selecting, caller.call(2), LATER);
      assertEquals(1, site.state(caller.id()).failures());
      accepted(selecting, guessing.call(3, app, LATER, 0), LATER);
      assertEquals(0, site.state(caller.id()).failures());
    }
  }

  @Test
  void nonces_below_the_window_are_forgotten() {
    Caller caller = site.newKeyWithWindow(100);
    for (long nonce = 1; nonce <= 1000; nonce += 10) {
      accepted(a, caller.call(nonce), LATER);
    }
    assertTrue(site.usedNonces(caller.id()) <= 12, "kept: " + site.usedNonces(caller.id()));
  }

  private void change(Caller caller, long window) {
    site.keys.edit(
        caller.key(),
        new Description(caller.key().description()),
        caller.key().permissions(),
        within(window),
        LATER);
  }
}
