package org.doublelock.verification;

import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.doublelock.otp.SharedSecret;
import org.junit.jupiter.api.Test;

/** Two nodes whose clocks are not together: {@code a} has it right, {@code b} does not. */
abstract class ClocksApart extends TwoNodes {

  // as far as can be: in the time step after that of LATER, and in the one before
  private static final Instant AHEAD = LATER.plusSeconds(59);
  private static final Instant BEHIND = LATER.minusSeconds(30);

  @Test
  void both_take_the_code_of_a_program_whose_clock_is_right() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    long nonce = 1;
    for (Instant there : new Instant[] {AHEAD, BEHIND}) {
      accepted(a, caller.call(nonce++, app, LATER, 0), LATER);
      accepted(b, caller.call(nonce++, app, LATER, 0), there);
    }
    assertEquals(0, site.state(caller.id()).failures());
  }

  @Test
  void a_one_time_code_that_one_took_is_spent_on_the_other() {
    for (Instant there : new Instant[] {AHEAD, BEHIND}) {
      Caller first = site.newKey();
      SharedSecret app = site.factors.enrolApp(first.key(), true, Set.of(), NOW);
      accepted(a, first.call(1, app, LATER, 0), LATER);
      refused(Refusal.OTP_REUSED, b, first.call(2, app, LATER, 0), there);

      Caller second = site.newKey();
      SharedSecret other = site.factors.enrolApp(second.key(), true, Set.of(), NOW);
      accepted(b, second.call(1, other, LATER, 0), there);
      refused(Refusal.OTP_REUSED, a, second.call(2, other, LATER, 0), LATER);
      accepted(a, second.call(3, other, LATER, 1), LATER);
    }
  }

  @Test
  void a_lock_that_one_set_holds_on_one_that_is_minutes_behind_or_ahead() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    failTenTimes(caller, app);
    Instant behind = LATER.minus(Duration.ofMinutes(10));
    Instant ahead = LATER.plus(Duration.ofMinutes(10));
    refused(Refusal.KEY_LOCKED, b, caller.call(20, app, behind, 0), behind);
    refused(Refusal.KEY_LOCKED, b, caller.call(21, app, ahead, 0), ahead);
  }

  @Test
  void a_node_for_which_a_lock_is_over_too_early_gives_one_guess_and_locks_it_for_all() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    failTenTimes(caller, app);
    Instant hourAhead = LATER.plus(Duration.ofHours(1));
    String wrong = Caller.wrongCode(app, hourAhead);
    refused(Refusal.OTP_WRONG, b, caller.call(20, wrong), hourAhead);
    refused(Refusal.KEY_LOCKED, b, caller.call(21, wrong), hourAhead);
    refused(Refusal.KEY_LOCKED, a, caller.call(22, app, LATER, 0), LATER);
    assertEquals(hourAhead.plus(Duration.ofMinutes(30)), site.state(caller.id()).lockedUntil());
  }

  @Test
  void a_node_two_minutes_off_refuses_right_codes_and_the_other_takes_them() {
    for (int off : new int[] {-120, 120}) {
      Caller caller = site.newKey();
      SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
      Instant there = LATER.plusSeconds(off);
      refused(Refusal.OTP_WRONG, b, caller.call(1, app, LATER, 0), there);
      accepted(a, caller.call(2, app, LATER, 0), LATER);
    }
  }

  private void failTenTimes(Caller caller, SharedSecret app) {
    String wrong = Caller.wrongCode(app, LATER);
    for (int nonce = 1; nonce <= 10; nonce++) {
      refused(Refusal.OTP_WRONG, a, caller.call(nonce, wrong), LATER);
    }
  }
}
