package org.doublelock.unlocking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyOnH2;
import org.doublelock.secondfactor.FactorsOn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is offered to unlock a key that may not be unlocked. */
class UnlockableKeysTest extends KeyOnH2 {

  private static final UnlockPolicy POLICY = new UnlockPolicy(true, "PT24H", true);

  private FactorsOn factors;
  private LeasesOn leases;

  @BeforeEach
  void factors() {
    factors = new FactorsOn(transactions, vault);
    leases = new LeasesOn(transactions, factors, POLICY);
  }

  @Test
  void a_key_without_a_second_factor_has_nothing_to_unlock() {
    assertEquals(Set.of(), offered(POLICY));
  }

  @Test
  void a_key_with_an_app_is_offered_until_its_owner_says_otherwise() {
    app();
    assertEquals(Set.of(key.id()), offered(POLICY));
    leases.choose(key.id(), choice(false));
    assertEquals(Set.of(), offered(POLICY));
  }

  @Test
  void a_key_with_a_password_is_not_offered_until_its_owner_says_so() {
    factors.enrolPassword(key, "seven quiet otters rowing", NOW);
    assertEquals(Set.of(), offered(POLICY));
    leases.choose(key.id(), choice(true));
    assertEquals(Set.of(key.id()), offered(POLICY));
  }

  @Test
  void a_disabled_key_is_not_offered() {
    app();
    keys.disable(key, NOW);
    assertEquals(Set.of(), offered(POLICY));
  }

  @Test
  void nothing_is_offered_where_the_deployment_allows_nothing() {
    app();
    assertEquals(Set.of(), offered(new UnlockPolicy(false, "PT24H", true)));
  }

  private void app() {
    factors.enrolApp(key, false, Set.of(), NOW);
  }

  private static UnlockChoice choice(boolean allowed) {
    return new UnlockChoice(allowed, Duration.ofHours(1), true);
  }

  private Set<ApiKeyId> offered(UnlockPolicy policy) {
    UnlockableKeys unlockable = new UnlockableKeys(transactions.entities(), policy);
    return transactions.in(() -> unlockable.among(List.of(key.id())));
  }
}
