package org.doublelock.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.doublelock.Transactions;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountsOn;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.EventsOn;
import org.doublelock.administration.AccountLocksOn;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.Restrictions;
import org.doublelock.secondfactor.FactorsOn;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Owners are told of the demand for a second factor, by two nodes on one real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ToldOwners {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final String NEW_YEAR = "2027-01-01";
  private static final Instant WEEK_BEFORE = Instant.parse("2026-12-25T00:00:00Z");

  private Transactions transactions;
  private ApiKeysOn keys;
  private FactorsOn factors;
  private AccountLocksOn locks;
  private AccountsOn accounts;
  private AccountId owner;
  private Node a;
  private Node b;

  abstract DataSource database();

  @BeforeAll
  void two_nodes(@TempDir Path folder) {
    DataSource database = database();
    SecretVault vault =
        new SecretVault(new VaultSettings(Optional.empty(), folder.resolve("keyset.json")));
    transactions = new Transactions(database);
    keys = new ApiKeysOn(transactions, vault);
    factors = new FactorsOn(transactions, vault);
    locks = new AccountLocksOn(transactions, vault);
    accounts = new AccountsOn(transactions, vault);
    a = new Node(transactions, NEW_YEAR, "all-calls");
    b = new Node(new Transactions(database), NEW_YEAR, "all-calls");
  }

  @BeforeEach
  void an_owner() {
    owner = accounts.open("owner-" + UUID.randomUUID(), NOW);
  }

  @AfterAll
  void close() {
    transactions.close();
  }

  /** What one node does, under its own settings. */
  private record Node(Transactions transactions, UnmetKeys unmet, DemandNotices notices) {

    Node(Transactions transactions, String from, String actions) {
      this(
          transactions,
          Demands.demand("withdraw-funds", from),
          Demands.of("withdraw-funds", from, actions, DemandedFactorsTest.FUNCTIONS));
    }

    private Node(Transactions transactions, FactorDemand demand, DemandedFactors factors) {
      this(transactions, demand, new UnmetKeys(transactions.entities(), demand, factors));
    }

    private Node(Transactions transactions, FactorDemand demand, UnmetKeys unmet) {
      this(
          transactions,
          unmet,
          new DemandNotices(
              transactions.entities(),
              demand,
              unmet,
              ApiKeysOn.epoch(transactions),
              EventsOn.recorder(transactions)));
    }

    List<ApiKeyId> untold(Instant now) {
      return transactions.in(() -> unmet.untold(now));
    }

    boolean tell(ApiKeyId key, Instant now) {
      return transactions.in(() -> notices.tell(key, now));
    }

    /** What the timer does. */
    void tellAll(Instant now) {
      untold(now).forEach(key -> tell(key, now));
    }

    long number(AccountId owner, Instant now) {
      return transactions.in(() -> unmet.number(owner, now));
    }
  }

  private ApiKey key(Permission... permissions) {
    return key(Restrictions.none(), permissions);
  }

  private ApiKey key(Restrictions restrictions, Permission... permissions) {
    return keys.issue(
            owner,
            new Description("key " + UUID.randomUUID()),
            Set.copyOf(Arrays.asList(permissions)),
            restrictions,
            NOW)
        .key();
  }

  /** Which of the owner's keys are to be told of; other tests have some too. */
  private List<ApiKeyId> untold(Node node, Instant now) {
    List<ApiKeyId> own =
        transactions.in(() -> keys.ownedBy(owner).stream().map(ApiKey::id).toList());
    return node.untold(now).stream().filter(own::contains).toList();
  }

  /** How often the owner was told. */
  private int told() {
    return Collections.frequency(
        EventsOn.kinds(transactions, owner.value()), EventKind.TWO_FACTOR_REQUIRED);
  }

  @Test
  void once_and_again_a_week_before_by_whichever_node() {
    key(Permission.WITHDRAW_FUNDS);
    a.tellAll(NOW);
    b.tellAll(NOW);
    a.tellAll(WEEK_BEFORE.minusMillis(1));
    assertEquals(1, told());
    b.tellAll(WEEK_BEFORE);
    a.tellAll(WEEK_BEFORE);
    b.tellAll(WEEK_BEFORE.plus(Duration.ofDays(30)));
    assertEquals(2, told());
  }

  @Test
  void once_where_it_is_less_than_a_week_or_in_force() {
    key(Permission.WITHDRAW_FUNDS);
    a.tellAll(WEEK_BEFORE.plusSeconds(1));
    b.tellAll(WEEK_BEFORE.plus(Duration.ofDays(8)));
    assertEquals(1, told());
  }

  @Test
  void of_another_date_anew_and_of_the_first_one_never_again() {
    key(Permission.WITHDRAW_FUNDS);
    Node later = new Node(transactions, "2027-06-01", "all-calls");
    for (int time = 0; time < 3; time++) {
      a.tellAll(NOW);
      later.tellAll(NOW);
    }
    assertEquals(2, told());
  }

  @Test
  void of_keys_that_lack_something_and_can_be_used() {
    ApiKey expired =
        key(
            new Restrictions(
                List.of(), Optional.of(NOW.plusSeconds(1)), Optional.empty(), Optional.empty(), 0),
            Permission.WITHDRAW_FUNDS);
    ApiKey protectedOne = key(Permission.WITHDRAW_FUNDS);
    factors.enrolApp(protectedOne, false, Set.of(), NOW);
    ApiKey disabled = key(Permission.WITHDRAW_FUNDS);
    keys.disable(disabled, NOW);
    keys.delete(key(Permission.WITHDRAW_FUNDS), NOW);
    key(Permission.QUERY_FUNDS);
    assertEquals(List.of(expired.id()), untold(a, NOW));
    assertEquals(List.of(), untold(a, NOW.plusSeconds(2)));
    keys.enable(disabled, NOW);
    factors.remove(protectedOne.id());
    assertEquals(2, a.number(owner, NOW.plusSeconds(2)));
    assertEquals(0, a.number(AccountId.random(), NOW.plusSeconds(2)));
    locks.lock(owner, NOW);
    assertEquals(List.of(), untold(a, NOW.plusSeconds(2)));
  }

  @Test
  void not_of_one_that_was_put_right_at_that_moment() {
    ApiKey key = key(Permission.WITHDRAW_FUNDS);
    ApiKey gone = key(Permission.WITHDRAW_FUNDS);
    assertEquals(2, untold(a, NOW).size());
    factors.enrolApp(key, false, Set.of(), NOW);
    keys.delete(gone, NOW);
    assertFalse(a.tell(key.id(), NOW));
    assertFalse(a.tell(gone.id(), NOW));
    assertEquals(0, told());
  }

  /** What SQL says of all keys is what the rule says of each. */
  @Test
  void where_selections_apply_of_those_whose_factor_is_not_asked_for_enough() {
    Node selecting = new Node(transactions, NEW_YEAR, "selected");
    DemandedFactors rule =
        Demands.of("withdraw-funds", NEW_YEAR, "selected", DemandedFactorsTest.FUNCTIONS);
    for (Set<String> ticked :
        List.of(
            Set.<String>of(),
            Set.of("Balance", "Lock"),
            Set.of("Withdraw"),
            Set.of("Withdraw", "WithdrawStatus"),
            Set.of("Balance", "Withdraw", "WithdrawStatus", "Move"))) {
      for (Permission permission : List.of(Permission.QUERY_FUNDS, Permission.WITHDRAW_FUNDS)) {
        ApiKey key = key(permission);
        factors.enrolApp(key, false, ticked, NOW);
        assertEquals(
            rule.shortfall(key.permissions(), Optional.of(ticked), NOW).isPresent(),
            untold(selecting, NOW).contains(key.id()),
            () -> permission + " " + ticked);
      }
    }
    assertEquals(3, selecting.number(owner, NOW));
    assertEquals(0, a.number(owner, NOW), "where every call asks for it");
  }

  @Test
  void once_by_two_nodes_at_once() throws Exception {
    List<ApiKey> all = Stream.generate(() -> key(Permission.WITHDRAW_FUNDS)).limit(20).toList();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (ApiKey key : all) {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Boolean>> both =
            Stream.of(a, b)
                .<Callable<Boolean>>map(
                    node ->
                        () -> {
                          start.await(60, TimeUnit.SECONDS);
                          return node.tell(key.id(), NOW);
                        })
                .toList();
        int toldBy = 0;
        for (Future<Boolean> one : threads.invokeAll(both)) {
          toldBy += one.get() ? 1 : 0;
        }
        assertEquals(1, toldBy);
      }
    } finally {
      threads.shutdown();
    }
    assertEquals(all.size(), told());
    assertTrue(untold(a, NOW).isEmpty());
  }
}
