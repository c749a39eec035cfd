package org.doublelock.apikey;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.doublelock.Transactions;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountsOn;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One account and its key, which may query funds, in an embedded database of the test's own. */
public abstract class KeyOnH2 {

  /** When both were made. */
  protected static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  protected Transactions transactions;
  protected SecretVault vault;
  protected AccountsOn accounts;
  protected ApiKeysOn keys;
  protected AccountId owner;
  protected ApiKey key;

  @BeforeEach
  protected final void issueKey(@TempDir Path folder) {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    transactions = new Transactions(database);
    vault = new SecretVault(new VaultSettings(Optional.empty(), folder.resolve("keyset.json")));
    accounts = new AccountsOn(transactions, vault);
    keys = new ApiKeysOn(transactions, vault);
    owner = accounts.open("anna", NOW);
    key =
        keys.issue(
                owner,
                new Description("a key"),
                Set.of(Permission.QUERY_FUNDS),
                Restrictions.none(),
                NOW)
            .key();
  }

  @AfterEach
  protected final void closeDatabase() {
    transactions.close();
  }
}
