package org.doublelock.apikey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.doublelock.Transactions;
import org.doublelock.TwoAtOnce;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountsOn;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many keys an account may have, whoever is in it. */
class NumberOfKeysTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @TempDir private Path folder;
  private Transactions transactions;
  private TwoAtOnce atOnce;
  private SecretVault vault;
  private AccountId owner;
  private AccountId neighbour;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    transactions = new Transactions(database);
    atOnce = new TwoAtOnce(transactions, database);
    vault = new SecretVault(new VaultSettings(Optional.empty(), folder.resolve("keyset.json")));
    AccountsOn accounts = new AccountsOn(transactions, vault);
    owner = accounts.open("anna", NOW);
    neighbour = accounts.open("bert", NOW);
  }

  @AfterEach
  void close() {
    transactions.close();
  }

  @Test
  void there_are_no_more_than_the_bound_and_a_deleted_one_leaves_room() {
    ApiKeysOn keys = atMost(2);
    ApiKey first = issue(keys, owner, "first");
    issue(keys, owner, "second");
    assertThrows(TooManyKeys.class, () -> issue(keys, owner, "third"));
    assertEquals(2, number(keys));
    issue(keys, neighbour, "another account's");
    keys.delete(first, NOW);
    issue(keys, owner, "third");
  }

  @Test
  void of_two_made_at_once_one_gets_the_last_place() {
    ApiKeysOn keys = atMost(1);
    assertInstanceOf(
        TooManyKeys.class,
        atOnce
            .run(() -> issue(keys, owner, "first"), () -> issue(keys, owner, "second"))
            .orElseThrow());
    assertEquals(1, number(keys));
  }

  @Test
  void zero_is_for_any_number() {
    issue(atMost(0), owner, "first");
  }

  private ApiKeysOn atMost(int most) {
    return new ApiKeysOn(transactions, vault, event -> {}, most);
  }

  private long number(ApiKeysOn keys) {
    return transactions.in(() -> keys.count(owner));
  }

  private static ApiKey issue(ApiKeysOn keys, AccountId whose, String name) {
    return keys.issue(
            whose, new Description(name), Set.of(Permission.QUERY_FUNDS), Restrictions.none(), NOW)
        .key();
  }
}
