package org.doublelock.verification;

import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.doublelock.apikey.Restrictions;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.secondfactor.Confirmation;
import org.doublelock.signing.SigningSecret;
import org.junit.jupiter.api.Test;

/**
 * What the verification service decides over a real database, as two nodes with caches of their own
 * decide it.
 */
abstract class Decisions extends TwoNodes {

  // Accepting

  @Test
  void a_signed_call_is_accepted_and_handed_on() {
    Caller caller = site.newKey();
    Verdict.Accepted accepted =
        assertInstanceOf(
            Verdict.Accepted.class,
            a.verify(caller.signed("nonce=5&asset=XBT&otp=ignored", "5"), LATER));
    assertEquals("Balance", accepted.function().name());
    assertEquals(caller.id(), accepted.caller().apiKey());
    assertEquals("5", accepted.caller().nonce());
    assertEquals(Optional.of("XBT"), accepted.arguments().text("asset"));
    assertEquals(Optional.empty(), accepted.arguments().text("otp"));
    assertEquals("5", site.state(caller.id()).lastNonce());
    assertEquals(LATER.toEpochMilli(), site.state(caller.id()).lastUsedAt());
  }

  @Test
  void an_accepted_call_of_a_known_key_costs_one_statement_and_one_commit() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    accepted(a, caller.call(1, app, LATER, 0), LATER);
    site.watched.noted();
    accepted(a, caller.call(2, app, LATER, 0), LATER);
    assertEquals(List.of("update", "commit"), site.watched.noted());
    Caller strict = site.newKey();
    SharedSecret strictApp = site.factors.enrolApp(strict.key(), true, Set.of(), NOW);
    accepted(a, strict.call(1, strictApp, LATER, 0), LATER);
    site.watched.noted();
    accepted(a, strict.call(2, strictApp, LATER, 1), LATER);
    assertEquals(List.of("update", "commit"), site.watched.noted());
  }

  @Test
  void nonces_are_unsigned_over_their_whole_range() {
    Caller caller = site.newKey();
    refused(Refusal.OLD_NONCE, a, caller.call(0), LATER); // where every key begins
    for (long nonce : new long[] {1, Long.MAX_VALUE, Long.MIN_VALUE, -2, -1}) {
      accepted(a, caller.call(nonce), LATER);
      refused(Refusal.OLD_NONCE, b, caller.call(nonce), LATER);
    }
    refused(Refusal.OLD_NONCE, a, caller.call(7), LATER);
  }

  // Signatures

  @Test
  void a_bad_signature_changes_nothing_and_is_written_to_the_log_alone() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    accepted(a, caller.call(1, app, LATER, 0), LATER);
    Installation.State before = site.state(caller.id());
    site.watched.noted();
    SignedCall good = caller.call(1_000_000, app, LATER, 0);
    for (String sign :
        new String[] {null, "", "=", good.apiSign().get() + "=", "A".repeat(88), "é"}) {
      refused(Refusal.WRONG_SIGNATURE, a, Caller.withSignature(good, sign), LATER);
    }
    SigningSecret other = site.newKey().secret();
    refused(Refusal.WRONG_SIGNATURE, a, caller.signingWith(other).call(-1), LATER);
    assertEquals(Set.of("select", "insert", "commit"), Set.copyOf(site.watched.noted()));
    assertEquals(
        Collections.nCopies(7, "Balance 192.0.2.1 wrong-signature 1"), site.log(caller.id()));
    assertEquals(before, site.state(caller.id()));
    accepted(a, caller.call(2, app, LATER, 0), LATER);
  }

  @Test
  void a_signature_covers_path_and_body() {
    Caller caller = site.newKey();
    SignedCall call = caller.call(1);
    SignedCall elsewhere =
        Caller.withSignature(caller.calling("Ledgers").call(1), call.apiSign().get());
    refused(Refusal.WRONG_SIGNATURE, a, elsewhere, LATER);
    SignedCall changed =
        Caller.withSignature(caller.signed("nonce=1&a=b", "1"), call.apiSign().get());
    refused(Refusal.WRONG_SIGNATURE, a, changed, LATER);
    accepted(a, call, LATER);
  }

  @Test
  void an_unknown_key_is_refused_as_a_disabled_and_an_expired_one_is() {
    Caller caller = site.newKey();
    SignedCall call = caller.call(1);
    SignedCall unknown =
        new SignedCall(
            call.path(),
            call.function(),
            Optional.of("A".repeat(56)),
            call.apiSign(),
            call.contentType(),
            call.body(),
            call.callerAddress());
    refused(Refusal.UNKNOWN_KEY, a, unknown, LATER);
    SignedCall none =
        new SignedCall(
            call.path(),
            call.function(),
            Optional.empty(),
            call.apiSign(),
            call.contentType(),
            call.body(),
            call.callerAddress());
    refused(Refusal.UNKNOWN_KEY, a, none, LATER);
    site.keys.disable(caller.key(), NOW);
    refused(Refusal.KEY_DISABLED, a, call, LATER);
    Caller expiring =
        site.newKey(
            new Restrictions(List.of(), Optional.of(LATER), Optional.empty(), Optional.empty(), 0));
    accepted(a, expiring.call(1), LATER.minusMillis(1));
    refused(Refusal.KEY_EXPIRED, a, expiring.call(2), LATER);
  }

  // Second factor

  @Test
  void a_missing_code_spends_the_nonce_and_is_no_failure() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    for (long nonce = 1; nonce <= 20; nonce++) {
      refused(Refusal.OTP_MISSING, a, caller.call(nonce), LATER);
    }
    refused(Refusal.OTP_MISSING, a, caller.call(21, ""), LATER);
    assertEquals(0, site.state(caller.id()).failures());
    assertEquals("21", site.state(caller.id()).lastNonce());
    refused(Refusal.OLD_NONCE, b, caller.call(21, app, LATER, 0), LATER);
    accepted(b, caller.call(22, app, LATER, 0), LATER);
  }

  @Test
  void a_wrong_code_spends_the_nonce_and_counts() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    String wrong = Caller.wrongCode(app, LATER);
    long nonce = 1;
    for (String otp : new String[] {wrong, "12345", "1234567", "null", "+12345", "１２３４５６"}) {
      refused(Refusal.OTP_WRONG, a, caller.call(nonce++, otp), LATER);
    }
    refused(Refusal.OTP_WRONG, a, caller.call(nonce++, app, LATER, 2), LATER);
    refused(Refusal.OTP_WRONG, a, caller.call(nonce++, app, LATER, -2), LATER);
    assertEquals(8, site.state(caller.id()).failures());
    refused(Refusal.OLD_NONCE, b, caller.call(nonce - 1, app, LATER, 0), LATER);
    accepted(b, caller.call(nonce, app, LATER, -1), LATER);
    accepted(b, caller.call(nonce + 1, app, LATER, 1), LATER);
    assertEquals(0, site.state(caller.id()).failures());
  }

  @Test
  void a_wrong_code_with_a_stale_nonce_is_told_from_a_right_one_by_nothing() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    accepted(a, caller.call(100, app, LATER, 0), LATER);
    for (int attempt = 0; attempt < 20; attempt++) {
      refused(Refusal.OLD_NONCE, a, caller.call(100, Caller.wrongCode(app, LATER)), LATER);
      refused(Refusal.OLD_NONCE, a, caller.call(100, app, LATER, 0), LATER);
      refused(Refusal.OLD_NONCE, b, caller.call(5, Caller.wrongCode(app, LATER)), LATER);
      refused(Refusal.OLD_NONCE, b, caller.call(5, app, LATER, 0), LATER);
    }
    assertEquals(0, site.state(caller.id()).failures());
    accepted(a, caller.call(101, app, LATER, 0), LATER);
  }

  @Test
  void another_keys_code_is_wrong() {
    Caller caller = site.newKey();
    site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    SharedSecret other = site.factors.enrolApp(site.newKey().key(), false, Set.of(), NOW);
    refused(Refusal.OTP_WRONG, a, caller.call(1, other, LATER, 0), LATER);
  }

  @Test
  void a_strict_code_serves_one_call_and_an_older_one_none_after_it() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), true, Set.of(), NOW);
    refused(Refusal.OTP_REUSED, a, caller.call(1, app, NOW, 0), NOW); // it confirmed the enrolment
    accepted(a, caller.call(2, app, LATER, 0), LATER);
    refused(Refusal.OTP_REUSED, b, caller.call(3, app, LATER, 0), LATER);
    refused(Refusal.OTP_REUSED, b, caller.call(4, " " + Caller.code(app, LATER, 0) + " "), LATER);
    refused(Refusal.OTP_REUSED, b, caller.call(5, app, LATER, -1), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(5, app, LATER, 1), LATER);
    accepted(b, caller.call(6, app, LATER, 1), LATER);
    assertEquals(0, site.state(caller.id()).failures());
    assertEquals(TimeStep.at(LATER).value() + 1, site.state(caller.id()).lastTimeStep());
  }

  @Test
  void a_strict_code_serves_either_a_call_or_the_browser() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), true, Set.of(), NOW);
    accepted(a, caller.call(1, app, LATER, 0), LATER);
    assertEquals(Confirmation.USED, confirm(caller, app, LATER, 0));
    assertEquals(Confirmation.USED, confirm(caller, app, LATER, -1));
    assertEquals(Confirmation.CONFIRMED, confirm(caller, app, LATER, 1));
    refused(Refusal.OTP_REUSED, b, caller.call(2, app, LATER, 1), LATER);
    Instant next = LATER.plusSeconds(60);
    accepted(b, caller.call(3, app, next, 0), next);
    site.factors.enrolApp(caller.key(), true, Set.of(), next);
    assertEquals(Confirmation.WRONG, confirm(caller, app, next, 1));
  }

  @Test
  void a_code_that_is_not_strict_serves_calls_and_the_browser_once() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    accepted(a, caller.call(1, app, LATER, 0), LATER);
    assertEquals(Confirmation.CONFIRMED, confirm(caller, app, LATER, 0));
    assertEquals(Confirmation.USED, confirm(caller, app, LATER, 0));
    accepted(b, caller.call(2, app, LATER, 0), LATER);
  }

  @Test
  void of_a_call_and_the_browser_at_the_same_moment_one_gets_a_strict_code() throws Exception {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), true, Set.of(), NOW);
    ExecutorService browser = Executors.newSingleThreadExecutor();
    try {
      for (int round = 1; round <= 8; round++) {
        Instant now = LATER.plusSeconds(60L * round);
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Confirmation> confirmed =
            browser.submit(
                () -> {
                  together.await(10, TimeUnit.SECONDS);
                  return confirm(caller, app, now, 0);
                });
        together.await(10, TimeUnit.SECONDS);
        boolean called = a.verify(caller.call(round, app, now, 0), now) instanceof Verdict.Accepted;
        assertEquals(called ? Confirmation.USED : Confirmation.CONFIRMED, confirmed.get());
      }
    } finally {
      browser.shutdownNow();
    }
  }

  private Confirmation confirm(Caller caller, SharedSecret app, Instant now, int steps) {
    return site.factors.confirm(caller.id(), Caller.code(app, now, steps), now);
  }

  @Test
  void a_password_is_asked_for_in_full() {
    String password = "  correct hörse\u3000battery " + "x".repeat(80);
    Caller caller = site.newKey();
    site.factors.enrolPassword(caller.key(), password, NOW);
    refused(Refusal.OTP_WRONG, a, caller.call(1, password.substring(0, 72)), LATER);
    accepted(a, caller.call(2, password), LATER);
    refused(Refusal.OTP_WRONG, a, caller.call(3, password + "x"), LATER);
    refused(Refusal.OTP_MISSING, a, caller.call(4), LATER);
    site.watched.noted();
    accepted(a, caller.call(5, password), LATER);
    assertEquals(List.of("update", "commit"), site.watched.noted());
    assertEquals(0, site.state(caller.id()).failures());
  }

  @Test
  void selected_actions_ask_and_others_do_not_where_that_is_configured() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of("Ledgers"), NOW);
    VerificationService selecting = site.node("selected", 15, 0);
    accepted(selecting, caller.call(1), LATER);
    refused(Refusal.OTP_MISSING, selecting, caller.calling("Ledgers").call(2), LATER);
    accepted(selecting, caller.calling("Ledgers").call(3, app, LATER, 0), LATER);
    refused(Refusal.OTP_MISSING, a, caller.call(4), LATER);
  }
}
