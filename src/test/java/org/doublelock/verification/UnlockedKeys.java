package org.doublelock.verification;

import static org.doublelock.unlocking.LeasesOn.hour;
import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.Restrictions;
import org.doublelock.function.Lease;
import org.doublelock.secondfactor.Confirmation;
import org.doublelock.unlocking.LeaseTerms;
import org.doublelock.unlocking.LeasesOn;
import org.doublelock.unlocking.UnlockChoice;
import org.doublelock.unlocking.UnlockPolicy;
import org.junit.jupiter.api.Test;

/** A key that is unlocked for a while, on two nodes: what it opens, and what ends it. */
abstract class UnlockedKeys extends UnlockedKey {

  private static LeaseTerms from(String address) {
    return new LeaseTerms(
        Duration.ofHours(1), Optional.of(address), Set.of("Balance"), Optional.empty());
  }

  @Test
  void opens_it_on_every_node_without_a_code_and_counts_the_calls() {
    Lease lease = unlock(hour("Balance"));
    Verdict first = a.verify(caller.call(3), LATER);
    assertEquals(Optional.of(lease), assertInstanceOf(Verdict.Accepted.class, first).lease());
    accepted(b, caller.call(4), LATER);
    assertEquals(2, site.lease(caller.id()).uses());
    Verdict withCode = b.verify(caller.call(5, app, LATER, 0), LATER);
    assertEquals(Optional.empty(), assertInstanceOf(Verdict.Accepted.class, withCode).lease());
    assertEquals(2, site.lease(caller.id()).uses(), "a code needs no lease");
  }

  @Test
  void lets_a_nonce_through_once() {
    unlock(hour("Balance"));
    accepted(a, caller.call(3), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(3), LATER);
    assertEquals(1, site.lease(caller.id()).uses());
  }

  @Test
  void is_over_when_the_database_says_so_whatever_a_node_believes() {
    unlock(hour("Balance"));
    accepted(a, caller.call(3), LATER);
    site.elapse(caller.id(), Duration.ofMinutes(59));
    accepted(a, caller.call(4), LATER);
    site.elapse(caller.id(), Duration.ofMinutes(1));
    refused(Refusal.LEASE_OVER, a, caller.call(5), LATER);
    refused(Refusal.LEASE_OVER, b, caller.call(6), Instant.now().plusSeconds(4000));
    refused(Refusal.OLD_NONCE, a, caller.call(6, app, LATER, 0), LATER);
    accepted(a, caller.call(7, app, LATER, 0), LATER);
  }

  @Test
  void is_as_long_as_it_was_granted_by_the_databases_clock() {
    Instant before = Instant.now();
    Lease lease = unlock(hour("Balance"));
    Duration length = Duration.between(before, lease.until());
    assertTrue(length.minusHours(1).abs().compareTo(Duration.ofSeconds(5)) < 0, length::toString);
    assertEquals(lease.until().toEpochMilli(), site.lease(caller.id()).until());
  }

  @Test
  void opens_no_other_action_and_says_so_to_the_owner_alone() throws Exception {
    unlock(hour("Ledgers"));
    refused(Refusal.LEASE_NOT_FOR_ACTION, a, caller.call(3), LATER);
    refused(Refusal.LEASE_NOT_FOR_ACTION, b, caller.calling("Nothing").call(4), LATER);
    accepted(a, caller.calling("Ledgers").call(5), LATER);
    assertEquals(Refusal.OTP_MISSING.wireError(), Refusal.LEASE_NOT_FOR_ACTION.wireError());
    assertEquals(Refusal.OTP_MISSING.hint(), Refusal.LEASE_NOT_FOR_ACTION.hint());
    assertTrue(
        site.log(caller.id()).contains("Balance 192.0.2.1 lease-not-for-action 1"),
        () -> site.log(caller.id()).toString());
  }

  @Test
  void opens_it_from_nowhere_else() {
    unlock(from("203.0.113.0/24"));
    refused(Refusal.LEASE_NOT_FROM_ADDRESS, a, caller.call(3), LATER);
    accepted(a, caller.from("203.0.113.7").call(4), LATER);
    unlock(from(Caller.ELSEWHERE));
    accepted(a, caller.call(5), LATER);
    refused(Refusal.LEASE_NOT_FROM_ADDRESS, b, caller.from("203.0.113.7").call(6), LATER);
  }

  @Test
  void widens_nothing_that_the_key_may_do() {
    unlock(
        new LeaseTerms(
            Duration.ofHours(1), Optional.empty(), Set.of("AddOrder"), Optional.empty()));
    refused(Refusal.NO_PERMISSION, a, caller.calling("AddOrder").call(3), LATER);
  }

  @Test
  void proves_nothing_and_clears_no_wrong_guesses() {
    refused(Refusal.OTP_WRONG, a, caller.call(3, Caller.wrongCode(app, LATER)), LATER);
    unlock(hour("Balance"));
    accepted(a, caller.call(4), LATER);
    assertEquals(1, site.state(caller.id()).failures());
    refused(Refusal.OTP_WRONG, a, caller.call(5, Caller.wrongCode(app, LATER)), LATER);
    assertEquals(2, site.state(caller.id()).failures());
  }

  @Test
  void opens_no_key_that_wrong_codes_have_locked() {
    unlock(hour("Balance"));
    for (int guess = 3; guess < 13; guess++) {
      a.verify(caller.call(guess, Caller.wrongCode(app, LATER)), LATER);
    }
    refused(Refusal.KEY_LOCKED, b, caller.call(20), LATER);
  }

  @Test
  void is_never_what_unlocks_again_and_locking_takes_no_code() {
    unlock(hour("Balance", "UnlockKey"));
    refused(Refusal.OTP_MISSING, a, caller.calling("UnlockKey").call(3), LATER);
    accepted(a, caller.calling("UnlockKey").call(4, app, LATER, 0), LATER);
    accepted(a, caller.calling("LockKey").call(5), LATER);
  }

  @Test
  void works_where_only_some_actions_ask_for_a_code() {
    VerificationService selected = site.node("selected", 1000, 0);
    app = site.factors.enrolApp(caller.key(), false, Set.of("Ledgers"), NOW);
    accepted(selected, caller.call(3), LATER);
    refused(Refusal.OTP_MISSING, selected, caller.calling("Ledgers").call(4), LATER);
    refused(Refusal.OTP_MISSING, selected, caller.calling("UnlockKey").call(5), LATER);
    unlock(hour("Ledgers"));
    accepted(selected, caller.calling("Ledgers").call(6), LATER);
    accepted(selected, caller.call(7), LATER);
    assertEquals(1, site.lease(caller.id()).uses());
  }

  @Test
  void works_within_a_nonce_window() {
    caller = site.newKeyWithWindow(100);
    app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    unlock(upTo("10", "Withdraw"));
    Caller withdrawing = caller.calling("Withdraw");
    accepted(a, withdrawing.signed("nonce=50&amount=4", "50"), LATER);
    accepted(b, withdrawing.signed("nonce=49&amount=4", "49"), LATER);
    refused(Refusal.OLD_NONCE, a, withdrawing.signed("nonce=49&amount=1", "49"), LATER);
    refused(Refusal.LEASE_SPENT, a, withdrawing.signed("nonce=51&amount=4", "51"), LATER);
    assertEquals(new BigDecimal("2"), site.lease(caller.id()).left());
  }

  @Test
  void a_strict_code_that_unlocked_is_spent() {
    app = site.factors.enrolApp(caller.key(), true, Set.of(), NOW);
    String code = Caller.code(app, LATER, 0);
    assertEquals(Confirmation.CONFIRMED, site.factors.confirm(caller.id(), code, LATER));
    site.leases.grant(caller.id(), hour("Ledgers"));
    refused(Refusal.OTP_REUSED, a, caller.call(3, app, LATER, 0), LATER);
    accepted(a, caller.call(4, app, LATER, 1), LATER);
  }

  @Test
  void whatever_changes_ends_it_on_every_node() {
    AccountId account = site.newAccount();
    List<Runnable> changes =
        List.of(
            () -> site.leases.end(caller.id()),
            () -> site.leases.endAll(account),
            () -> site.leases.accessRevoked(account),
            () -> edit(Restrictions.none()),
            () -> edit(Installation.within(5)),
            () -> site.keys.roll(caller.key(), Duration.ofHours(1), LATER),
            () -> site.factors.enrolApp(caller.key(), false, Set.of(), NOW),
            () ->
                site.leases.choose(caller.id(), new UnlockChoice(true, Duration.ofHours(2), true)),
            () -> {
              site.keys.disable(caller.key(), LATER);
              site.keys.enable(caller.key(), LATER);
            },
            () -> {
              site.locks.lock(account, LATER);
              site.locks.unlock(account, LATER);
            });
    for (Runnable change : changes) {
      caller = site.newKeyOf(account);
      app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
      unlock(hour("Balance"));
      accepted(a, caller.call(1), LATER);
      accepted(b, caller.call(2), LATER);
      change.run();
      refused(Refusal.OTP_MISSING, b, caller.call(3), LATER);
      refused(Refusal.OTP_MISSING, a, caller.call(4), LATER);
    }
  }

  private void edit(Restrictions restrictions) {
    site.keys.edit(
        caller.key(),
        new Description(caller.key().description()),
        caller.key().permissions(),
        restrictions,
        LATER);
  }

  @Test
  void a_key_that_changed_since_its_code_was_right_is_not_unlocked() {
    long seen = site.leases.epoch(caller.id());
    edit(Restrictions.none());
    assertEquals(Optional.empty(), site.leases.grantAt(caller.id(), seen, hour("Balance")));
    refused(Refusal.OTP_MISSING, a, caller.call(3), LATER);
  }

  @Test
  void where_the_deployment_allows_none_there_is_none() {
    unlock(hour("Balance"));
    UnlockPolicy never = new UnlockPolicy(false, "PT24H", true);
    assertEquals(Optional.empty(), site.snapshot(caller, never).lease());
    LeasesOn none = site.leasesUnder(never);
    assertEquals(Optional.empty(), none.grant(caller.id(), hour("Balance")));
    LeasesOn shorter = site.leasesUnder(new UnlockPolicy(true, "PT30M", true));
    assertEquals(Optional.empty(), shorter.grant(caller.id(), hour("Balance")));
  }

  @Test
  void is_only_granted_as_its_owner_lets_it() {
    site.leases.choose(caller.id(), new UnlockChoice(true, Duration.ofMinutes(30), true));
    assertEquals(Optional.empty(), site.leases.grant(caller.id(), hour("Balance")));
    site.leases.choose(caller.id(), new UnlockChoice(false, Duration.ofHours(24), true));
    assertEquals(Optional.empty(), site.leases.grant(caller.id(), hour("Balance")));
    Caller another = site.newKey();
    site.factors.enrolPassword(another.key(), "a lantern above the harbour", NOW);
    assertFalse(site.leases.choice(another.id()).orElseThrow().allowed(), "a password's default");
    assertEquals(Optional.empty(), site.leases.grant(site.newKey().id(), hour("Balance")));
  }
}
