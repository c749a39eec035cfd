package org.doublelock.secondfactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.KeyOnH2;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Restrictions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lists of keys say about their factors: one key has an app, one a password, one none. */
class FactorsOfManyKeysTest extends KeyOnH2 {

  private static final Duration DAY = Duration.ofDays(1);

  private FactorsOn factors;
  private Removals removals;
  private ApiKey byPassword;
  private ApiKey without;

  @BeforeEach
  void three_keys() {
    factors = new FactorsOn(transactions, vault);
    removals = factors.removals(accounts.factors(), "PT24H");
    byPassword = issue("by password");
    without = issue("without");
    factors.enrolApp(key, false, Set.of("Balance", "Withdraw"), NOW);
    factors.enrolPassword(byPassword, "seven quiet otters rowing", NOW);
  }

  @Test
  void each_has_its_method_or_none() {
    assertEquals(Optional.of(SecondFactorMethod.TOTP), method(key));
    assertEquals(Optional.of(SecondFactorMethod.PASSWORD), method(byPassword));
    assertEquals(Optional.empty(), method(without));
    assertEquals(SecondFactorMethod.TOTP, factors.of(key.id()).orElseThrow().method());
    assertEquals(SecondFactorMethod.PASSWORD, factors.of(byPassword.id()).orElseThrow().method());
  }

  @Test
  void the_account_is_told_how_many_have_one() {
    assertEquals(2, number());
    keys.delete(byPassword, NOW);
    assertEquals(1, number(), "none of a deleted key");
    assertEquals(0, transactions.in(() -> factors.number(accounts.open("bert", NOW))));
  }

  @Test
  void actions_are_listed_for_the_keys_that_have_ticked_ones() {
    assertEquals(
        Map.of(key.id(), Set.of("Balance", "Withdraw")),
        transactions.in(() -> factors.actions(List.of(key.id(), byPassword.id(), without.id()))));
    assertEquals(Map.of(), transactions.in(() -> factors.actions(List.of())));
  }

  @Test
  void removals_are_listed_for_the_keys_that_they_were_asked_for() {
    transactions.in(() -> factors.lose(removals, key, NOW));
    Map<ApiKeyId, Instant> due = Map.of(key.id(), NOW.plus(DAY));
    assertEquals(due, transactions.in(() -> removals.due(List.of(key.id(), byPassword.id()))));
    assertEquals(Map.of(), transactions.in(() -> removals.due(List.of())));
    assertEquals(List.of(key.id()), transactions.in(() -> removals.askedFor(owner)));
    assertEquals(List.of(key.id()), transactions.in(() -> removals.allDue(NOW.plus(DAY))));
    keys.delete(key, NOW);
    assertEquals(List.of(), transactions.in(() -> removals.askedFor(owner)));
    assertEquals(List.of(), transactions.in(() -> removals.allDue(NOW.plus(DAY))));
  }

  @Test
  void each_wrong_guess_leaves_one_less() {
    assertEquals(10, triesLeft(key));
    transactions.in(() -> factors.countWrong(key.id(), NOW));
    assertEquals(9, triesLeft(key));
    assertEquals(10, triesLeft(byPassword));
  }

  private Optional<SecondFactorMethod> method(ApiKey of) {
    return transactions.in(() -> factors.method(of.id()));
  }

  private long number() {
    return transactions.in(() -> factors.number(owner));
  }

  private int triesLeft(ApiKey of) {
    return transactions.in(() -> factors.triesLeft(of.id(), NOW));
  }

  private ApiKey issue(String description) {
    return keys.issue(
            owner,
            new Description(description),
            Set.of(Permission.QUERY_FUNDS),
            Restrictions.none(),
            NOW)
        .key();
  }
}
