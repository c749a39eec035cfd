package org.doublelock.apikey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.doublelock.Transactions;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountsOn;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of one account whose descriptions look alike. */
class AlikeDescriptionsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final String NAME = "Trading bot";

  /** With a Cyrillic letter. */
  private static final String ALIKE = "Tr\u0430ding bot";

  @TempDir private Path folder;
  private Transactions transactions;
  private ApiKeysOn keys;
  private AccountId owner;
  private AccountId neighbour;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    transactions = new Transactions(database);
    SecretVault vault =
        new SecretVault(new VaultSettings(Optional.empty(), folder.resolve("keyset.json")));
    AccountsOn accounts = new AccountsOn(transactions, vault);
    owner = accounts.open("anna", NOW);
    neighbour = accounts.open("bert", NOW);
    keys = new ApiKeysOn(transactions, vault);
  }

  @AfterEach
  void close() {
    transactions.close();
  }

  @Test
  void a_new_or_changed_one_is_refused() {
    ApiKey key = issue(owner, NAME);
    requireTaken(() -> issue(owner, ALIKE));
    ApiKey other = issue(owner, "Another");
    requireTaken(() -> edit(other, ALIKE));
    edit(key, "trading BOT");
    issue(neighbour, ALIKE);
    keys.delete(key, NOW);
    issue(owner, ALIKE);
  }

  @Test
  void those_from_before_stay_and_their_keys_can_be_changed_and_deleted() {
    issue(owner, NAME);
    ApiKey from = issue(owner, "Another");
    String hidden = "Trad\u200bing bot";
    transactions.in(
        () ->
            transactions
                .entities()
                .createQuery("update ApiKey k set k.description = :hidden where k.id = :id")
                .setParameter("hidden", hidden)
                .setParameter("id", from.id().value())
                .executeUpdate());
    ApiKey now = transactions.in(() -> keys.find(from.id())).orElseThrow();
    edit(now, hidden);
    assertTrue(new Description(hidden).isLike(" trading bot"));
    keys.delete(now, NOW);
  }

  @Test
  void of_two_made_at_the_same_time_one_is_refused() throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService browsers = Executors.newFixedThreadPool(2);
    try {
      int made = 0;
      for (Future<Boolean> each :
          browsers.invokeAll(List.of(racing(start, NAME), racing(start, ALIKE)))) {
        made += each.get() ? 1 : 0;
      }
      assertEquals(1, made);
    } finally {
      browsers.shutdown();
    }
  }

  private Callable<Boolean> racing(CyclicBarrier start, String name) {
    return () -> {
      start.await();
      try {
        issue(owner, name);
        return true;
      } catch (IllegalStateException refused) {
        assertInstanceOf(DescriptionTaken.class, refused.getCause());
        return false;
      }
    };
  }

  private static void requireTaken(Runnable change) {
    IllegalStateException refused = assertThrows(IllegalStateException.class, change::run);
    assertInstanceOf(DescriptionTaken.class, refused.getCause());
  }

  private ApiKey issue(AccountId whose, String name) {
    return keys.issue(
            whose, new Description(name), Set.of(Permission.QUERY_FUNDS), Restrictions.none(), NOW)
        .key();
  }

  private void edit(ApiKey key, String name) {
    keys.edit(key, new Description(name), Set.of(Permission.QUERY_FUNDS), Restrictions.none(), NOW);
  }
}
