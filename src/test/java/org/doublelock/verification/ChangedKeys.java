package org.doublelock.verification;

import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.IssuedKey;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Restrictions;
import org.doublelock.edge.AddressRange;
import org.doublelock.otp.SharedSecret;
import org.junit.jupiter.api.Test;

/** A change is obeyed at once, in both directions, by a node that remembers what was before. */
abstract class ChangedKeys extends TwoNodes {

  @Test
  void turning_a_factor_on_and_off() {
    Caller caller = site.newKey();
    accepted(b, caller.call(1), LATER);
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    refused(Refusal.OTP_MISSING, b, caller.call(2), LATER);
    accepted(b, caller.call(3, app, LATER, 0), LATER);
    site.factors.remove(caller.id());
    accepted(b, caller.call(4), LATER);
    SharedSecret other = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    refused(Refusal.OTP_WRONG, b, caller.call(5, app, LATER, 0), LATER);
    accepted(b, caller.call(6, other, LATER, 0), LATER);
  }

  @Test
  void a_wrong_code_that_an_old_memory_finds_is_not_counted_against_the_new_factor() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    accepted(b, caller.call(1, app, LATER, 0), LATER);
    SharedSecret other = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    accepted(b, caller.call(2, other, LATER, 0), LATER);
    site.factors.remove(caller.id());
    accepted(b, caller.call(3, "000000"), LATER);
    assertEquals(0, site.state(caller.id()).failures());
  }

  @Test
  void changing_from_the_app_to_a_password_and_back() {
    String password = "a lantern above the harbour";
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    accepted(b, caller.call(1, app, LATER, 0), LATER);
    site.factors.enrolPassword(caller.key(), password, NOW);
    refused(Refusal.OTP_WRONG, b, caller.call(2, app, LATER, 0), LATER);
    accepted(b, caller.call(3, password), LATER);
    site.factors.enrolPassword(caller.key(), password + "!", NOW);
    refused(Refusal.OTP_WRONG, b, caller.call(4, password), LATER);
    SharedSecret other = site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    refused(Refusal.OTP_WRONG, b, caller.call(5, password + "!"), LATER);
    accepted(b, caller.call(6, other, LATER, 0), LATER);
  }

  @Test
  void disabling_enabling_and_deleting() {
    Caller caller = site.newKey();
    accepted(b, caller.call(1), LATER);
    site.keys.disable(caller.key(), NOW);
    refused(Refusal.KEY_DISABLED, b, caller.call(2), LATER);
    site.keys.enable(caller.key(), NOW);
    accepted(b, caller.call(3), LATER);
    site.keys.delete(caller.key(), NOW);
    refused(Refusal.UNKNOWN_KEY, b, caller.call(4), LATER);
    refused(Refusal.UNKNOWN_KEY, a, caller.call(5), LATER);
  }

  @Test
  void locking_and_unlocking_the_account() {
    AccountId account = site.newAccount();
    Caller caller = site.newKeyOf(account);
    Caller another = site.newKeyOf(account);
    Caller someone = site.newKey();
    accepted(b, caller.call(1), LATER);
    accepted(b, another.call(1), LATER);
    site.locks.lock(account, NOW);
    refused(Refusal.ACCOUNT_LOCKED, b, caller.call(2), LATER);
    refused(Refusal.ACCOUNT_LOCKED, b, another.call(2), LATER);
    refused(Refusal.ACCOUNT_LOCKED, a, another.call(2), LATER);
    assertThrows(AccountLocked.class, () -> site.newKeyOf(account));
    accepted(b, someone.call(1), LATER);
    site.locks.unlock(account, NOW);
    accepted(b, caller.call(2), LATER);
    accepted(a, another.call(2), LATER);
    accepted(b, site.newKeyOf(account).call(1), LATER);
  }

  @Test
  void a_key_that_is_made_while_the_account_is_locked_is_refused_too() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 20; round++) {
        AccountId account = site.newAccount();
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Optional<Caller>> made =
            pool.submit(
                () -> {
                  together.await();
                  try {
                    Caller caller = site.newKeyOf(account);
                    b.verify(caller.call(1), LATER); // so that it is remembered
                    return Optional.of(caller);
                  } catch (AccountLocked refused) {
                    return Optional.empty();
                  }
                });
        together.await();
        site.locks.lock(account, NOW);
        made.get().ifPresent(key -> refused(Refusal.ACCOUNT_LOCKED, b, key.call(2), LATER));
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void rolling_the_secret() {
    Caller caller = site.newKey();
    accepted(b, caller.call(1), LATER);
    IssuedKey rolled = site.keys.roll(caller.key(), Duration.ZERO, LATER);
    Caller renewed = caller.signingWith(rolled.secret());
    refused(Refusal.WRONG_SIGNATURE, b, caller.call(2), LATER);
    accepted(b, renewed.call(3), LATER);
    IssuedKey again = site.keys.roll(caller.key(), Duration.ofHours(1), LATER);
    accepted(b, renewed.call(4), LATER);
    accepted(b, renewed.signingWith(again.secret()).call(5), LATER);
    refused(Refusal.WRONG_SIGNATURE, b, caller.call(6), LATER);
    accepted(b, renewed.call(7), LATER.plusSeconds(3599));
    refused(Refusal.WRONG_SIGNATURE, b, renewed.call(8), LATER.plusSeconds(3600));
    accepted(b, renewed.signingWith(again.secret()).call(9), LATER.plusSeconds(3600));
    // the nonces are the key's, whichever secret signs
    refused(Refusal.OLD_NONCE, a, renewed.signingWith(again.secret()).call(7), LATER);
  }

  @Test
  void giving_and_taking_permissions() {
    Caller caller = site.newKey();
    Caller ordering = caller.calling("AddOrder");
    refused(Refusal.NO_PERMISSION, b, ordering.call(1), LATER);
    refused(Refusal.OLD_NONCE, b, ordering.call(1), LATER);
    edit(caller, Set.of(Permission.MODIFY_TRADES), Restrictions.none());
    accepted(b, ordering.call(2), LATER);
    refused(Refusal.NO_PERMISSION, b, caller.call(3), LATER);
    edit(caller, Set.of(Permission.QUERY_FUNDS), Restrictions.none());
    refused(Refusal.NO_PERMISSION, b, ordering.call(4), LATER);
    accepted(b, caller.call(5), LATER);
    refused(Refusal.UNKNOWN_FUNCTION, b, caller.calling("Nothing").call(6), LATER);
    refused(Refusal.OLD_NONCE, b, caller.call(6), LATER);
  }

  @Test
  void limiting_addresses_and_the_time() {
    Caller caller = site.newKey();
    accepted(b, caller.call(1), LATER);
    Restrictions limits =
        new Restrictions(
            List.of(new AddressRange("198.51.100.0/24"), new AddressRange("2001:db8::/32")),
            Optional.of(LATER.plusSeconds(60)),
            Optional.empty(),
            Optional.empty(),
            0);
    edit(caller, caller.key().permissions(), limits);
    refused(Refusal.ADDRESS_NOT_ALLOWED, b, caller.call(2), LATER);
    accepted(b, caller.from("198.51.100.9").call(2), LATER);
    accepted(b, caller.from("2001:db8::1").call(3), LATER);
    accepted(b, caller.from("::ffff:198.51.100.9").call(4), LATER);
    refused(Refusal.KEY_EXPIRED, b, caller.from("198.51.100.9").call(5), LATER.plusSeconds(60));
    edit(caller, caller.key().permissions(), Restrictions.none());
    accepted(b, caller.call(5), LATER.plusSeconds(60));
  }

  private void edit(Caller caller, Set<Permission> permissions, Restrictions restrictions) {
    site.keys.edit(
        caller.key(),
        new Description(caller.key().description()),
        permissions,
        restrictions,
        LATER);
  }
}
