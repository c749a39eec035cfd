package org.doublelock.verification;

import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.apikey.Restrictions;
import org.doublelock.edge.AddressRange;
import org.doublelock.otp.SharedSecret;
import org.doublelock.signing.SigningSecret;
import org.junit.jupiter.api.Test;

/** Every call of a key is told to its owner, with the true reason of a refusal. */
abstract class CallJournals extends TwoNodes {

  @Test
  void an_accepted_call_is_in_the_log_with_the_next_writing() throws Exception {
    Caller caller = site.newKey();
    accepted(a, caller.call(1), LATER);
    assertEquals(List.of(), site.log(caller.id()));
    site.write(LATER);
    assertEquals(List.of("Balance 192.0.2.1  1"), site.log(caller.id()));
  }

  @Test
  void a_refusal_is_in_the_log_before_it_is_answered() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), true, Set.of(), NOW);
    refused(Refusal.OTP_MISSING, a, caller.call(1), LATER);
    refused(Refusal.OTP_WRONG, a, caller.call(2, Caller.wrongCode(app, LATER)), LATER);
    accepted(a, caller.call(10, app, LATER, 0), LATER);
    refused(Refusal.OTP_REUSED, b, caller.call(11, app, LATER, 0), LATER);
    refused(Refusal.OLD_NONCE, a, caller.call(3, app, LATER, 1), LATER);
    refused(
        Refusal.WRONG_SIGNATURE,
        a,
        caller.signingWith(SigningSecret.generate(new java.security.SecureRandom())).call(12),
        LATER);
    refused(Refusal.MALFORMED_NONCE, a, caller.signed("nonce=first", "first"), LATER);
    refused(Refusal.NO_PERMISSION, a, caller.calling("AddOrder").call(13, app, LATER, 1), LATER);
    assertEquals(
        List.of(
            "Balance 192.0.2.1 otp-missing 1",
            "Balance 192.0.2.1 otp-wrong 1",
            "Balance 192.0.2.1 otp-reused 1",
            "Balance 192.0.2.1 old-nonce 1",
            "Balance 192.0.2.1 wrong-signature 1",
            "Balance 192.0.2.1 malformed-nonce 1",
            "AddOrder 192.0.2.1 no-permission 1"),
        site.log(caller.id()));
  }

  @Test
  void what_looks_to_a_stranger_like_no_key_is_written_without_making_the_answer_wait()
      throws Exception {
    Caller caller =
        site.newKey(
            new Restrictions(
                List.of(AddressRange.parse("198.51.100.0/24").orElseThrow()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0));
    site.watched.noted();
    refused(Refusal.ADDRESS_NOT_ALLOWED, a, caller.call(1), LATER);
    assertEquals(0, site.watched.noted().stream().filter("insert"::equals).count());
    site.write(LATER);
    assertEquals(List.of("Balance 192.0.2.1 address-not-allowed 1"), site.log(caller.id()));
  }

  @Test
  void a_flood_of_bad_signatures_is_counted_and_hides_no_call_that_was_signed() throws Exception {
    Caller caller = site.newKey();
    Caller forger = caller.signingWith(SigningSecret.generate(new java.security.SecureRandom()));
    for (int nonce = 1; nonce <= 100; nonce++) {
      refused(Refusal.WRONG_SIGNATURE, a, forger.call(nonce), LATER);
    }
    refused(Refusal.MALFORMED_NONCE, a, caller.signed("nonce=first", "first"), LATER);
    refused(Refusal.NO_PERMISSION, a, caller.calling("AddOrder").call(1), LATER);
    assertEquals("AddOrder 192.0.2.1 no-permission 1", site.log(caller.id()).get(60));
    assertEquals(61, site.log(caller.id()).size());
    site.write(LATER);
    assertEquals(61, site.log(caller.id()).size());
    site.write(LATER.plus(Duration.ofMinutes(1)));
    List<String> rows = site.log(caller.id());
    assertEquals(63, rows.size());
    assertEquals(
        Set.of("  wrong-signature 40", "  malformed-nonce 1"), Set.copyOf(rows.subList(61, 63)));
  }

  @Test
  void a_function_of_any_name_is_one_line_of_bounded_length() {
    Caller caller = site.newKey().calling("x\r\nforged" + "y".repeat(200));
    refused(Refusal.UNKNOWN_FUNCTION, a, caller.call(1), LATER);
    assertEquals(
        List.of("x  forged" + "y".repeat(54) + "… 192.0.2.1 unknown-function 1"),
        site.log(caller.id()));
  }

  @Test
  void a_lock_is_told_once_however_many_guess_at_once() throws Exception {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    String wrong = Caller.wrongCode(app, LATER);
    ExecutorService crowd = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Verdict>> guesses = new ArrayList<>();
      LongStream.rangeClosed(1, 100)
          .forEach(
              nonce ->
                  guesses.add(
                      () ->
                          (nonce % 2 == 0 ? a : b)
                              .verify(caller.call(nonce, wrong), LATER.plusMillis(nonce))));
      crowd.invokeAll(guesses);
    } finally {
      crowd.shutdownNow();
    }
    List<SecurityEvent> locks =
        site.told.stream()
            .filter(event -> event.apiKey().equals(Optional.of(caller.id().value())))
            .toList();
    assertEquals(1, locks.size());
    assertEquals(EventKind.KEY_LOCKED, locks.get(0).kind());
    assertEquals("192.0.2.1", locks.get(0).origin().address());
  }
}
