package org.doublelock.verification;

import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.doublelock.activity.EventKind;
import org.doublelock.otp.SharedSecret;
import org.doublelock.secondfactor.Confirmation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys that too many wrong second factors have locked. */
abstract class Lockouts extends TwoNodes {

  @Test
  void ten_wrong_codes_lock_the_key_on_every_node_even_for_a_right_one() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    failTimes(10, caller, app, 1);
    assertEquals(LATER.plus(Duration.ofMinutes(15)), site.state(caller.id()).lockedUntil());
    refused(Refusal.KEY_LOCKED, a, caller.call(20, app, LATER, 0), LATER);
    refused(Refusal.KEY_LOCKED, b, caller.call(21, app, LATER, 0), LATER);
    refused(Refusal.KEY_LOCKED, site.node(), caller.call(22, app, LATER, 0), LATER);
    refused(Refusal.KEY_LOCKED, a, caller.call(23), LATER);
    refused(Refusal.KEY_LOCKED, a, caller.call(24, Caller.wrongCode(app, LATER)), LATER);
    assertEquals(10, site.state(caller.id()).failures());
    Instant end = LATER.plus(Duration.ofMinutes(15));
    refused(Refusal.KEY_LOCKED, a, caller.call(25, app, end, 0), end.minusMillis(1));
    refused(Refusal.OLD_NONCE, a, caller.call(25, app, end, 0), end);
    accepted(b, caller.call(26, app, end, 0), end);
    assertEquals(0, site.state(caller.id()).failures());
  }

  @Test
  void nine_wrong_codes_and_a_right_one_start_the_count_again() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    failTimes(9, caller, app, 1);
    accepted(a, caller.call(20, app, LATER, 0), LATER);
    failTimes(9, caller, app, 21);
    accepted(b, caller.call(40, app, LATER, 0), LATER);
  }

  @Test
  void each_failure_after_a_lock_doubles_it_to_a_day() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    failTimes(10, caller, app, 1);
    Instant now = site.state(caller.id()).lockedUntil();
    long nonce = 100;
    for (long minutes : new long[] {30, 60, 120, 240, 480, 960, 1440, 1440, 1440}) {
      refused(Refusal.OTP_WRONG, a, caller.call(nonce++, Caller.wrongCode(app, now)), now);
      Instant end = site.state(caller.id()).lockedUntil();
      assertEquals(Duration.ofMinutes(minutes), Duration.between(now, end));
      now = end;
    }
    for (int more = 0; more < 60; more++) {
      refused(Refusal.OTP_WRONG, a, caller.call(nonce++, Caller.wrongCode(app, now)), now);
      now = site.state(caller.id()).lockedUntil();
    }
    accepted(b, caller.call(nonce, app, now, 0), now);
    failTimes(9, caller, app, nonce + 1, now);
    assertEquals(now, site.state(caller.id()).lockedUntil());
  }

  /** Right codes of the owner's program end a row of wrong ones each time, and buy none. */
  @Test
  void who_guesses_beside_right_codes_locks_the_key_too_and_each_lock_is_told() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    String wrong = Caller.wrongCode(app, LATER);
    long nonce = 1;
    for (int guess = 0; guess < 30; guess++) {
      refused(Refusal.OTP_WRONG, site.node(), caller.call(nonce++, wrong), LATER);
      if (guess < 29) {
        accepted(b, caller.call(nonce++, app, LATER, 0), LATER);
      }
    }
    refused(Refusal.KEY_LOCKED, a, caller.call(nonce++, app, LATER, 0), LATER);
    assertEquals(LATER.plus(Duration.ofMinutes(15)), site.state(caller.id()).lockedUntil());
    assertEquals(1, told(caller));
    Instant end = LATER.plus(Duration.ofMinutes(15));
    accepted(b, caller.call(nonce++, app, end, 0), end);
    refused(Refusal.OTP_WRONG, a, caller.call(nonce++, Caller.wrongCode(app, end)), end);
    assertEquals(end.plus(Duration.ofMinutes(15)), site.state(caller.id()).lockedUntil());
    assertEquals(2, told(caller));
    Instant next = end.plus(Duration.ofMinutes(15));
    refused(Refusal.OTP_WRONG, a, caller.call(nonce, Caller.wrongCode(app, next)), next);
    assertEquals(next.plus(Duration.ofMinutes(30)), site.state(caller.id()).lockedUntil());
  }

  @Test
  void a_wrong_factor_counts_at_whatever_door_and_locks_them_all() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    String wrong = Caller.wrongCode(app, LATER);
    DryRun test = site.dryRun(15);
    for (int round = 0; round < 3; round++) {
      refused(Refusal.OTP_WRONG, a, caller.call(round + 1, wrong), LATER);
      assertEquals(Confirmation.WRONG, site.factors.confirm(caller.id(), wrong, LATER));
      test.test(caller.key(), caller.call(100, wrong), LATER);
    }
    assertEquals(Confirmation.WRONG, site.factors.confirm(caller.id(), wrong, LATER));
    String right = Caller.code(app, LATER, 0);
    assertEquals(Confirmation.TOO_MANY, site.factors.confirm(caller.id(), right, LATER));
    refused(Refusal.KEY_LOCKED, b, caller.call(10, right), LATER);
    assertEquals(
        Optional.of(Refusal.KEY_LOCKED.wireError()),
        test.test(caller.key(), caller.call(100, right), LATER).answer());
    Instant end = LATER.plus(Duration.ofMinutes(15));
    assertEquals(
        Confirmation.CONFIRMED, site.factors.confirm(caller.id(), Caller.code(app, end, 0), end));
    assertEquals(0, site.state(caller.id()).failures());
  }

  @Test
  @Tag("slow")
  void wrong_factors_in_the_browser_beside_right_ones_lock_the_key_too() {
    Caller caller = site.newKey();
    site.factors.enrolPassword(caller.key(), "a lantern above the harbour", NOW);
    for (int guess = 0; guess < 30; guess++) {
      assertEquals(Confirmation.WRONG, site.factors.confirm(caller.id(), "no " + guess, LATER));
      Confirmation right = site.factors.confirm(caller.id(), "a lantern above the harbour", LATER);
      assertEquals(guess < 29 ? Confirmation.CONFIRMED : Confirmation.TOO_MANY, right);
    }
    refused(Refusal.KEY_LOCKED, a, caller.call(1, "a lantern above the harbour"), LATER);
  }

  @Test
  void wrong_codes_cost_call_rate_and_beyond_it_none_is_looked_at_or_counted() {
    VerificationService node = site.node("all-calls", 3, 0);
    Caller caller = site.newKey().calling("Ledgers"); // costs two
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    String wrong = Caller.wrongCode(app, LATER);
    refused(Refusal.OTP_WRONG, node, caller.call(1, wrong), LATER);
    refused(Refusal.RATE_EXCEEDED, node, caller.call(2, wrong), LATER);
    refused(Refusal.RATE_EXCEEDED, node, caller.call(3, app, LATER, 0), LATER);
    refused(Refusal.OLD_NONCE, node, caller.call(3, app, LATER, 0), LATER);
    refused(Refusal.OTP_MISSING, node, caller.call(4), LATER);
    assertEquals(1, site.state(caller.id()).failures());
    assertEquals("4", site.state(caller.id()).lastNonce());
    Caller exempt = caller.calling("Balance"); // costs nothing, but a guess with it does
    refused(Refusal.OTP_WRONG, node, exempt.call(5, wrong), LATER);
    accepted(node, exempt.call(6, app, LATER, 0), LATER);
    Instant roomForOne = LATER.plusSeconds(4); // for none if that guess had cost nothing
    refused(Refusal.RATE_EXCEEDED, node, caller.call(7, app, roomForOne, 0), roomForOne);
  }

  /** Else the time would tell what the answer does not. */
  @Test
  void where_no_guess_is_counted_a_right_one_costs_the_database_what_a_wrong_one_does() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    String wrong = Caller.wrongCode(app, LATER);
    accepted(a, caller.call(1, app, LATER, 0), LATER);
    site.watched.noted();
    refused(Refusal.OLD_NONCE, a, caller.call(1, wrong), LATER);
    int forWrong = site.watched.noted().size();
    refused(Refusal.OLD_NONCE, a, caller.call(1, app, LATER, 0), LATER);
    assertEquals(forWrong, site.watched.noted().size());
    failTimes(10, caller, app, 2);
    site.watched.noted();
    refused(Refusal.KEY_LOCKED, a, caller.call(20, wrong), LATER);
    forWrong = site.watched.noted().size();
    refused(Refusal.KEY_LOCKED, a, caller.call(21, app, LATER, 0), LATER);
    assertEquals(forWrong, site.watched.noted().size());
  }

  @Test
  void a_locked_key_says_so_beyond_the_call_rate_too() {
    VerificationService node = site.node("all-calls", 3, 0);
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    Caller costly = caller.calling("Ledgers");
    accepted(node, costly.call(1, app, LATER, 0), LATER);
    refused(Refusal.RATE_EXCEEDED, node, costly.call(2, app, LATER, 0), LATER);
    failTimes(10, caller, app, 3);
    refused(Refusal.KEY_LOCKED, node, costly.call(20, app, LATER, 0), LATER);
  }

  private long told(Caller caller) {
    return site.told.stream()
        .filter(event -> event.kind() == EventKind.KEY_LOCKED)
        .filter(event -> event.apiKey().equals(Optional.of(caller.id().value())))
        .count();
  }

  @Test
  void a_locked_key_leaves_others_alone_and_a_new_factor_begins_unlocked() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    failTimes(10, caller, app, 1);
    accepted(a, site.newKey().call(1), LATER);
    SharedSecret other = site.factors.enrolApp(caller.key(), false, Set.of(), LATER);
    refused(Refusal.OTP_WRONG, b, caller.call(50, app, LATER, 0), LATER);
    accepted(b, caller.call(51, other, LATER, 0), LATER);
  }

  @Test
  void a_password_is_guessed_ten_times_and_the_right_one_waits() {
    Caller caller = site.newKey();
    site.factors.enrolPassword(caller.key(), "a lantern above the harbour", NOW);
    for (int guess = 1; guess <= 10; guess++) {
      refused(Refusal.OTP_WRONG, a, caller.call(guess, "guess " + guess), LATER);
    }
    refused(Refusal.KEY_LOCKED, a, caller.call(11, "a lantern above the harbour"), LATER);
    refused(Refusal.KEY_LOCKED, b, caller.call(12, "another guess"), LATER);
    assertEquals(10, site.state(caller.id()).failures());
    assertEquals("12", site.state(caller.id()).lastNonce());
    Instant end = LATER.plus(Duration.ofMinutes(15));
    accepted(b, caller.call(13, "a lantern above the harbour"), end);
    refused(Refusal.OTP_WRONG, b, caller.call(14, "guess"), end);
  }

  @Test
  void a_clock_set_back_neither_unlocks_nor_reopens_a_step() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    failTimes(10, caller, app, 1);
    for (Duration back : new Duration[] {Duration.ofSeconds(90), Duration.ofHours(2)}) {
      Instant earlier = LATER.minus(back);
      long nonce = 50 + back.toSeconds();
      refused(Refusal.KEY_LOCKED, a, caller.call(nonce, app, earlier, 0), earlier);
    }
    Caller strict = site.newKey();
    SharedSecret strictApp = site.factors.enrolApp(strict.key(), true, Set.of(), NOW);
    accepted(a, strict.call(1, strictApp, LATER, 0), LATER);
    Instant earlier = LATER.minusSeconds(300);
    refused(Refusal.OTP_REUSED, b, strict.call(2, strictApp, earlier, 0), earlier);
    refused(Refusal.OTP_REUSED, b, strict.call(3, strictApp, LATER, 0), LATER);
    accepted(b, strict.call(4, strictApp, LATER, 1), LATER);
  }

  @Test
  void bad_signatures_with_wrong_codes_leave_the_count_at_zero() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    Caller thief = caller.signingWith(site.newKey().secret());
    for (int attempt = 1; attempt <= 20; attempt++) {
      refused(Refusal.WRONG_SIGNATURE, a, thief.call(attempt, Caller.wrongCode(app, LATER)), LATER);
    }
    assertEquals(0, site.state(caller.id()).failures());
    accepted(a, caller.call(1, app, LATER, 0), LATER);
  }
}
