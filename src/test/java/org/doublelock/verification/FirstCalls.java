package org.doublelock.verification;

import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.IssuedKey;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Restrictions;
import org.doublelock.edge.AddressRange;
import org.doublelock.function.Lease;
import org.doublelock.otp.SharedSecret;
import org.doublelock.secondfactor.SecondFactor;
import org.doublelock.signing.SigningSecret;
import org.doublelock.unlocking.LeaseTerms;
import org.doublelock.unlocking.UnlockChoice;
import org.junit.jupiter.api.Test;

/** The first call of a key on a node, which knows nothing of the key yet. */
abstract class FirstCalls extends TwoNodes {

  private static final Restrictions LIMITS =
      new Restrictions(
          List.of(range("203.0.113.0/24"), range("192.0.2.0/24"), range("2001:db8::/32")),
          Optional.of(NOW.plus(Duration.ofDays(30))),
          Optional.of(NOW.minus(Duration.ofDays(9))),
          Optional.of(NOW.plus(Duration.ofDays(9))),
          0);

  private static AddressRange range(String text) {
    return AddressRange.parse(text).orElseThrow();
  }

  @Test
  void costs_two_statements_and_the_one_that_decides_it() {
    Caller caller = site.newKey(LIMITS);
    SharedSecret app = site.factors.enrolApp(caller.key(), false, Set.of("Balance"), NOW);
    site.watched.noted();
    accepted(a, caller.call(1, app, LATER, 0), LATER);
    assertEquals(
        List.of("select", "commit", "select", "commit", "update", "commit"), site.watched.noted());
    accepted(a, caller.call(2, app, LATER, 0), LATER);
    assertEquals(List.of("update", "commit"), site.watched.noted());
  }

  @Test
  void knows_all_of_a_key() {
    Caller caller = site.newKey(LIMITS);
    Permission ours = Permission.fromCode("query-funds").orElseThrow();
    Permission declared = Permission.declared("mine-coal", ours.group(), Permission.Risk.READS);
    site.keys.edit(
        caller.key(), new Description("Kees's key"), Set.of(ours, declared), LIMITS, NOW);
    KeySnapshot key = site.snapshot(caller);
    assertEquals(caller.id(), key.id());
    assertEquals(caller.key().owner(), key.owner());
    assertEquals(caller.key().publicKey(), key.publicKey());
    assertEquals("Kees's key", key.description());
    assertEquals(Set.of(ours, declared), key.permissions());
    assertEquals(LIMITS, key.restrictions());
    assertEquals(site.state(caller.id()).epoch(), key.epoch());
    assertEquals(NOW, key.createdAt());
    assertEquals(NOW, key.modifiedAt());
    assertEquals(NOW, key.secretSince());
    assertEquals(1, key.secrets().size());
    assertTrue(key.enabled());
    assertFalse(key.ownerLocked());
    assertEquals(Optional.empty(), key.secondFactor());
    assertEquals(Optional.empty(), key.lease());
  }

  @Test
  void knows_both_secrets_while_both_sign() {
    Caller caller = site.newKeyWithWindow(10);
    Instant rolled = NOW.minus(Duration.ofMinutes(5));
    IssuedKey issued = site.keys.roll(caller.key(), Duration.ofHours(1), rolled);
    KeySnapshot key = site.snapshot(caller);
    Instant over = rolled.plus(Duration.ofHours(1));
    assertEquals(Optional.of(over), key.previousSecretUntil());
    List<SigningSecret> both = List.of(issued.secret(), caller.secret());
    assertEquals(both, key.secrets());
    assertEquals(both, key.secretsAt(over.minusNanos(1)));
    assertEquals(List.of(issued.secret()), key.secretsAt(over));
    assertEquals(rolled, key.secretSince());
    assertEquals(10, key.restrictions().nonceWindow());
    accepted(a, caller.signingWith(issued.secret()).call(1), NOW);
    accepted(a, caller.call(2), NOW);
    site.keys.roll(caller.key(), Duration.ZERO, rolled);
    assertEquals(Optional.empty(), site.snapshot(caller).previousSecretUntil());
    assertEquals(1, site.snapshot(caller).secrets().size());
  }

  @Test
  void knows_the_second_factor_of_either_kind() {
    Caller caller = site.newKey();
    SharedSecret app = site.factors.enrolApp(caller.key(), true, Set.of("AddOrder"), NOW);
    SecondFactor.Totp totp = (SecondFactor.Totp) site.snapshot(caller).secondFactor().orElseThrow();
    assertEquals(
        Caller.code(app, LATER, 0), Caller.code(totp.secret(), LATER, 0), "the same secret");
    assertTrue(totp.strictCodes());
    assertEquals(NOW, totp.since());
    assertEquals(Set.of("AddOrder"), totp.actions().ticked());
    Caller other = site.newKey();
    site.factors.enrolPassword(other.key(), "seven-unusual-lamps", NOW);
    assertTrue(
        site.snapshot(other).secondFactor().orElseThrow() instanceof SecondFactor.StaticPassword);
    accepted(a, other.call(1, "seven-unusual-lamps"), LATER);
  }

  @Test
  void knows_the_lease_that_the_key_is_under_and_no_older_one() {
    Caller caller = site.newKey();
    site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
    LeaseTerms terms =
        new LeaseTerms(
            Duration.ofHours(1),
            Optional.of("192.0.2.0/24"),
            Set.of("Balance", "Withdraw"),
            Optional.of(new Lease.Bound(new BigDecimal("12.5"), "USD")));
    Lease granted = site.leases.grant(caller.id(), terms).orElseThrow();
    Lease known = site.snapshot(caller).lease().orElseThrow();
    assertEquals(granted.until().truncatedTo(ChronoUnit.MILLIS), known.until());
    assertEquals(terms.address(), known.address());
    assertEquals(terms.actions(), known.actions());
    assertEquals(0, known.bound().orElseThrow().amount().compareTo(new BigDecimal("12.5")));
    assertEquals("USD", known.bound().orElseThrow().currency());
    site.leases.choose(caller.id(), new UnlockChoice(true, Duration.ofHours(1), true));
    assertEquals(Optional.empty(), site.snapshot(caller).lease(), "the choice has ended it");
    site.leases.grant(caller.id(), terms).orElseThrow();
    assertTrue(site.snapshot(caller).lease().isPresent());
    site.update(
        "update api_key_unlock_choice set allowed = false where api_key_id = ?",
        caller.id().value());
    assertEquals(Optional.empty(), site.snapshot(caller).lease(), "the owner wants none");
  }

  @Test
  void knows_that_a_key_is_disabled_or_gone() {
    Caller caller = site.newKey();
    ApiKey key = caller.key();
    site.keys.disable(key, NOW);
    assertFalse(site.snapshot(caller).enabled());
    site.keys.delete(key, NOW);
    refused(Refusal.UNKNOWN_KEY, a, caller.call(1), NOW);
  }
}
