package org.doublelock.verification;

import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.Restrictions;
import org.doublelock.edge.AddressRange;
import org.doublelock.otp.SharedSecret;
import org.junit.jupiter.api.Test;

/** What callers without a key that may be used are told, and when their address has to wait. */
abstract class RefusedCallers extends TwoNodes {

  @Test
  void an_address_with_too_many_bad_signatures_waits_and_another_does_not() {
    VerificationService watchful = site.node("all-calls", 15, 5);
    Caller caller = site.newKey();
    Caller thief = caller.signingWith(site.newKey().secret()).from("198.51.100.7");
    for (int attempt = 1; attempt <= 5; attempt++) {
      refused(Refusal.WRONG_SIGNATURE, watchful, thief.call(attempt), LATER);
    }
    refused(Refusal.ADDRESS_LOCKED, watchful, thief.call(6), LATER);
    refused(Refusal.ADDRESS_LOCKED, watchful, caller.from("198.51.100.7").call(7), LATER);
    accepted(watchful, caller.call(8), LATER);
    Instant end = LATER.plus(Duration.ofMinutes(5));
    accepted(watchful, caller.from("198.51.100.7").call(9), end);
  }

  @Test
  void only_unauthenticated_callers_make_an_address_wait() {
    VerificationService node = site.node("all-calls", 15, 3);
    Caller caller = site.newKey().from("198.51.100.9");
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    for (long nonce = 1; nonce <= 4; nonce++) {
      refused(Refusal.OTP_MISSING, node, caller.call(nonce), LATER);
      refused(Refusal.OLD_NONCE, node, caller.call(nonce, app, LATER, 0), LATER);
    }
    accepted(node, caller.call(5, app, LATER, 0), LATER);
  }

  @Test
  void keys_that_are_refused_count_towards_the_lockout_of_an_address_as_unknown_ones_do() {
    String address = "198.51.100.8";
    for (Map.Entry<Refusal, Caller> turnedAway : turnedAway().entrySet()) {
      VerificationService watchful = site.node("all-calls", 15, 5);
      Caller caller = turnedAway.getValue().from(address);
      for (int attempt = 1; attempt <= 5; attempt++) {
        refused(turnedAway.getKey(), watchful, caller.call(attempt), LATER);
      }
      refused(Refusal.ADDRESS_LOCKED, watchful, caller.call(6), LATER);
    }
  }

  @Test
  void a_key_that_is_refused_costs_what_an_unknown_one_costs() throws SQLException {
    VerificationService node = site.node();
    refused(Refusal.UNKNOWN_KEY, node, unknown(), LATER);
    site.watched.noted();
    refused(Refusal.UNKNOWN_KEY, node, unknown(), LATER);
    List<String> forNobody = site.watched.noted();
    assertEquals(List.of("select", "commit"), forNobody);
    for (Map.Entry<Refusal, Caller> turnedAway : turnedAway().entrySet()) {
      for (int attempt = 1; attempt <= 3; attempt++) {
        site.watched.noted();
        refused(turnedAway.getKey(), node, turnedAway.getValue().call(attempt), LATER);
        assertEquals(forNobody, site.watched.noted(), turnedAway.getKey() + " at " + attempt);
      }
    }
    site.write(LATER);
  }

  @Test
  void a_key_that_a_node_knows_costs_the_same_once_it_is_refused() throws SQLException {
    VerificationService node = site.node();
    for (Map.Entry<Refusal, Caller> turnedAway : turnedAway().entrySet()) {
      Caller caller = turnedAway.getValue();
      Instant before = NOW.minusSeconds(1);
      if (turnedAway.getKey() == Refusal.KEY_EXPIRED) {
        accepted(node, caller.call(1), before);
      }
      site.watched.noted();
      refused(turnedAway.getKey(), node, caller.call(2), LATER);
      assertEquals(List.of("select", "commit"), site.watched.noted());
    }
    site.write(LATER);
  }

  /** By why they are refused. */
  private Map<Refusal, Caller> turnedAway() {
    Caller disabled = site.newKey();
    site.keys.disable(disabled.key(), NOW);
    Caller expired =
        site.newKey(
            new Restrictions(List.of(), Optional.of(NOW), Optional.empty(), Optional.empty(), 0));
    Caller elsewhere =
        site.newKey(
            new Restrictions(
                List.of(new AddressRange("203.0.113.0/24"), new AddressRange("203.0.113.9")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0));
    AccountId account = site.newAccount();
    Caller ofLocked = site.newKeyOf(account);
    site.locks.lock(account, NOW);
    return Map.of(
        Refusal.KEY_DISABLED, disabled,
        Refusal.KEY_EXPIRED, expired,
        Refusal.ADDRESS_NOT_ALLOWED, elsewhere,
        Refusal.ACCOUNT_LOCKED, ofLocked);
  }

  private SignedCall unknown() {
    SignedCall call = site.newKey().call(1);
    return new SignedCall(
        call.path(),
        call.function(),
        Optional.of("A".repeat(56)),
        call.apiSign(),
        call.contentType(),
        call.body(),
        call.callerAddress());
  }
}
