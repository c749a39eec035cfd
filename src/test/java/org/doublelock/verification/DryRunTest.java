package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.doublelock.apikey.Restrictions;
import org.doublelock.edge.AddressRange;
import org.doublelock.otp.SharedSecret;
import org.doublelock.signing.Nonce;
import org.doublelock.unlocking.LeasesOn;
import org.doublelock.verification.DryRunReport.Line;
import org.doublelock.verification.DryRunReport.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A dry run tells what a call would be told, and leaves the row as it was. */
class DryRunTest extends TwoNodes {

  private static final Set<String> READING = Set.of("select", "commit", "rollback");

  private DryRun dryRun;

  @Override
  Installation installation() {
    return memory();
  }

  @org.junit.jupiter.api.BeforeEach
  void start() {
    dryRun = site.dryRun(15);
    site.watched.noted();
  }

  @AfterEach
  void nothing_was_written() {
    for (String statement : site.watched.noted()) {
      assertTrue(READING.contains(statement), statement);
    }
  }

  @Test
  void a_right_call_passes_all_and_can_be_made_afterwards() {
    Caller caller = site.newKey();
    DryRunReport report = test(caller, caller.call(5));
    for (Line line : report.lines().subList(0, 10)) {
      assertEquals(State.PASSED, line.state(), line::toString);
    }
    assertEquals(DryRunReport.CHECKS, report.lines().size());
    assertEquals(Optional.of("5nonce=5"), report.signed());
    assertEquals(
        Optional.of("294fbaebc77b5fe2103b33a170f5c0321542b4fab36d9912e99410ed9c45a396"),
        report.sha256());
    assertEquals(
        new Line(11, State.NOT_REACHED, DryRunReport.NEEDS_THE_CALL), report.lines().get(10));
    assertEquals(Optional.empty(), report.answer());
    String sign = caller.call(5).apiSign().orElseThrow();
    assertEquals(Optional.of(sign.substring(0, 8)), report.signatureStart());
    site.watched.noted();
    accepted(a, caller.call(5), LATER);
    site.watched.noted();
  }

  @Test
  void of_a_nonce_that_is_too_old_it_tells_the_last_one() {
    Caller caller = site.newKey();
    assertEquals(Optional.empty(), test(caller, caller.call(5)).behind());
    accepted(a, caller.call(1_700_000_000_123L), LATER);
    site.watched.noted();
    DryRunReport.Behind behind = test(caller, caller.call(1_700_000_000L)).behind().orElseThrow();
    assertEquals(new Nonce(1_700_000_000L), behind.sent());
    assertEquals(new Nonce(1_700_000_000_123L), behind.last());
  }

  @Test
  void each_check_fails_in_its_place() {
    Caller caller = site.newKey();
    fails(1, Refusal.MALFORMED_BODY, caller, caller.signed("nonce=1&nonce=2", "1"));
    fails(2, Refusal.UNKNOWN_KEY, caller, site.newKey().call(1));
    Caller listed =
        site.newKey(
            new Restrictions(
                List.of(AddressRange.parse("10.0.0.0/8").orElseThrow()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0));
    fails(2, Refusal.ADDRESS_NOT_ALLOWED, listed, listed.call(1));
    fails(3, Refusal.MALFORMED_NONCE, caller, caller.signed("nonce=x", "x"));
    fails(4, Refusal.WRONG_SIGNATURE, caller, Caller.withSignature(caller.call(1), null));
    fails(7, Refusal.OLD_NONCE, caller, caller.call(0));
    fails(9, Refusal.UNKNOWN_FUNCTION, caller, caller.calling("Nothing").call(1));
    fails(10, Refusal.NO_PERMISSION, caller, caller.calling("AddOrder").call(1));
    dryRun = site.dryRun(1);
    fails(8, Refusal.RATE_EXCEEDED, caller, caller.calling("Ledgers").call(1));
  }

  @Test
  void the_second_factor_is_checked_and_only_a_wrong_one_is_counted() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), Installation.NOW);
    String wrong = Caller.wrongCode(app, LATER);
    fails(6, Refusal.OTP_MISSING, caller, caller.call(1));
    assertEquals(State.PASSED, test(caller, caller.call(1, app, LATER, 0)).lines().get(5).state());
    nothing_was_written();
    assertEquals(
        Optional.of(Refusal.OTP_WRONG.wireError()), test(caller, caller.call(1, wrong)).answer());
    assertEquals(1, site.state(caller.id()).failures());
    assertEquals("0", site.state(caller.id()).lastNonce());
    site.watched.noted();
  }

  @Test
  void a_wrong_code_with_an_old_nonce_is_answered_as_the_call_would_be() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), Installation.NOW);
    SignedCall call = caller.call(0, Caller.wrongCode(app, LATER));
    assertTold(
        test(caller, call),
        Refusal.OLD_NONCE,
        new Line(5, State.PASSED, ""),
        new Line(6, State.FAILED, Refusal.OTP_WRONG.code()),
        new Line(7, State.FAILED, Refusal.OLD_NONCE.code()),
        new Line(8, State.NOT_REACHED, ""));
    site.watched.noted();
  }

  @Test
  void a_used_strict_code_with_an_old_nonce_is_told_for_both() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), true, Set.of(), Installation.NOW);
    accepted(a, caller.call(1, app, LATER, 0), LATER);
    site.watched.noted();
    assertTold(
        test(caller, caller.call(1, app, LATER, 0)),
        Refusal.OLD_NONCE,
        new Line(5, State.PASSED, ""),
        new Line(6, State.FAILED, Refusal.OTP_REUSED.code()),
        new Line(7, State.FAILED, Refusal.OLD_NONCE.code()),
        new Line(8, State.NOT_REACHED, ""));
  }

  @Test
  void under_a_lockout_nothing_is_told_of_a_code() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), Installation.NOW);
    String wrong = Caller.wrongCode(app, LATER);
    for (int nonce = 2; nonce < 12; nonce++) {
      refused(Refusal.OTP_WRONG, a, caller.call(nonce, wrong), LATER);
    }
    site.watched.noted();
    for (String otp : List.of(wrong, Caller.code(app, LATER, 0))) {
      assertTold(
          test(caller, caller.call(50, otp)),
          Refusal.KEY_LOCKED,
          new Line(4, State.PASSED, ""),
          new Line(5, State.FAILED, Refusal.KEY_LOCKED.code()),
          new Line(6, State.NOT_REACHED, ""),
          new Line(7, State.NOT_REACHED, ""));
    }
  }

  @Test
  void a_key_that_is_unlocked_for_the_call_is_said_to_be() {
    Caller caller = site.newKey();
    site.factors.enrolApp(caller.key(), false, Set.of(), Installation.NOW);
    site.leases.grant(caller.id(), LeasesOn.hour("Balance")).orElseThrow();
    site.watched.noted();
    List<Line> lines = test(caller, caller.call(1)).lines();
    assertEquals(new Line(6, State.PASSED, DryRunReport.UNLOCKED), lines.get(5));
    assertEquals(new Line(7, State.PASSED, ""), lines.get(6));
    fails(6, Refusal.LEASE_NOT_FOR_ACTION, caller, caller.calling("Ledgers").call(1));
    site.elapse(caller.id(), Duration.ofHours(2));
    fails(6, Refusal.LEASE_OVER, caller, caller.call(1));
  }

  private static void assertTold(DryRunReport report, Refusal answer, Line... lines) {
    assertEquals(Optional.of(answer.wireError()), report.answer());
    for (Line line : lines) {
      assertEquals(line, report.lines().get(line.number() - 1));
    }
  }

  @Test
  void a_strict_code_that_was_used_and_a_locked_key_are_told() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), true, Set.of(), Installation.NOW);
    accepted(a, caller.call(1, app, LATER, 0), LATER);
    site.watched.noted();
    fails(6, Refusal.OTP_REUSED, caller, caller.call(2, app, LATER, 0));
    String wrong = Caller.wrongCode(app, LATER);
    for (int nonce = 2; nonce < 12; nonce++) {
      refused(Refusal.OTP_WRONG, a, caller.call(nonce, wrong), LATER);
    }
    site.watched.noted();
    fails(5, Refusal.KEY_LOCKED, caller, caller.call(50, app, LATER, 1));
  }

  @Test
  void wrong_codes_lock_the_key_as_those_of_calls_do_and_right_ones_buy_none() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), Installation.NOW);
    String wrong = Caller.wrongCode(app, LATER);
    for (int guess = 0; guess < 10; guess++) {
      assertEquals(
          State.PASSED, test(caller, caller.call(1, app, LATER, 0)).lines().get(5).state());
      DryRunReport report = test(caller, caller.call(1, wrong));
      assertEquals(new Line(6, State.FAILED, Refusal.OTP_WRONG.code()), report.lines().get(5));
    }
    site.watched.noted();
    fails(5, Refusal.KEY_LOCKED, caller, caller.call(1, app, LATER, 0));
    refused(Refusal.KEY_LOCKED, a, caller.call(1, app, LATER, 0), LATER);
    site.watched.noted();
  }

  @Test
  void of_many_wrong_codes_at_once_ten_are_answered() throws Exception {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), Installation.NOW);
    String wrong = Caller.wrongCode(app, LATER);
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      Callable<Optional<String>> guess = () -> test(caller, caller.call(1, wrong)).answer();
      long answered = 0;
      for (Future<Optional<String>> answer : threads.invokeAll(Collections.nCopies(40, guess))) {
        answered += answer.get().equals(Optional.of(Refusal.OTP_WRONG.wireError())) ? 1 : 0;
      }
      assertEquals(10, answered);
    } finally {
      threads.shutdown();
      site.watched.noted();
    }
  }

  @Test
  void beyond_the_call_rate_no_code_is_looked_at() {
    dryRun = site.dryRun(1);
    Caller caller = site.newKey().calling("Ledgers");
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), Installation.NOW);
    for (String otp : List.of(Caller.wrongCode(app, LATER), Caller.code(app, LATER, 0))) {
      DryRunReport report = test(caller, caller.call(1, otp));
      assertEquals(State.NOT_REACHED, report.lines().get(5).state());
      assertEquals(Optional.of(Refusal.RATE_EXCEEDED.wireError()), report.answer());
    }
    assertEquals(0, site.state(caller.id()).failures());
  }

  @Test
  void a_nonce_far_ahead_is_new_unless_it_was_refused() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), Installation.NOW);
    refused(Refusal.OTP_MISSING, a, caller.call(-1), LATER); // the highest there is
    site.watched.noted();
    fails(7, Refusal.OLD_NONCE, caller, caller.call(-1, app, LATER, 0));
    DryRunReport other = test(caller, caller.call(-2, app, LATER, 0));
    assertEquals(State.PASSED, other.lines().get(6).state());
  }

  @Test
  void a_window_admits_unused_nonces_alone() {
    Caller caller = site.newKeyWithWindow(10);
    accepted(a, caller.call(100), LATER);
    site.watched.noted();
    fails(7, Refusal.OLD_NONCE, caller, caller.call(100));
    fails(7, Refusal.OLD_NONCE, caller, caller.call(89));
    assertEquals(State.PASSED, test(caller, caller.call(95)).lines().get(6).state());
  }

  private DryRunReport test(Caller caller, SignedCall call) {
    return dryRun.test(caller.key(), call, LATER);
  }

  private void fails(int number, Refusal reason, Caller caller, SignedCall call) {
    Installation.State before = site.state(caller.id());
    DryRunReport report = test(caller, call);
    assertEquals(new Line(number, State.FAILED, reason.code()), report.lines().get(number - 1));
    for (Line line : report.lines()) {
      if (line.number() != number) {
        State expected = line.number() < number ? State.PASSED : State.NOT_REACHED;
        assertEquals(expected, line.state(), line::toString);
      }
    }
    assertEquals(Optional.of(reason.wireError()), report.answer());
    assertEquals(before, site.state(caller.id()));
  }
}
