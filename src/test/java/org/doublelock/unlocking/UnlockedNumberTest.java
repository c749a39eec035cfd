package org.doublelock.unlocking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Set;
import org.doublelock.apikey.KeyLists;
import org.doublelock.apikey.KeyOnH2;
import org.doublelock.secondfactor.FactorsOn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many of an account's keys are not as usual: unlocked, or disabled. */
class UnlockedNumberTest extends KeyOnH2 {

  private LeasesOn leases;

  @BeforeEach
  void an_app() {
    FactorsOn factors = new FactorsOn(transactions, vault);
    factors.enrolApp(key, false, Set.of(), NOW);
    leases = new LeasesOn(transactions, factors);
  }

  @Test
  void counts_a_key_while_it_is_unlocked() {
    assertEquals(0, unlocked());
    leases.grant(key.id(), LeasesOn.hour("Balance"));
    assertEquals(1, unlocked());
    leases.end(key.id());
    assertEquals(0, unlocked());
  }

  @Test
  void counts_none_that_a_change_has_locked_again() {
    leases.grant(key.id(), LeasesOn.hour("Balance"));
    leases.choose(key.id(), new UnlockChoice(true, Duration.ofHours(2), true));
    assertEquals(0, unlocked());
  }

  @Test
  void counts_none_of_another_account() {
    leases.grant(key.id(), LeasesOn.hour("Balance"));
    owner = accounts.open("bert", NOW);
    assertEquals(0, unlocked());
  }

  @Test
  void counts_a_disabled_key_as_disabled_alone() {
    leases.grant(key.id(), LeasesOn.hour("Balance"));
    assertEquals(0, disabled());
    keys.disable(key, NOW);
    assertEquals(1, disabled());
    assertEquals(0, unlocked());
  }

  private long unlocked() {
    return transactions.in(() -> leases.number(owner));
  }

  private long disabled() {
    return transactions.in(() -> new KeyLists(transactions.entities()).disabled(owner));
  }
}
