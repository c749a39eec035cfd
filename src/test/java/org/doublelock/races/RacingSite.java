package org.doublelock.races;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.doublelock.Transactions;
import org.doublelock.TwoAtOnce;
import org.doublelock.account.AccountsOn;
import org.doublelock.administration.AccountLocksOn;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.secondfactor.FactorsOn;
import org.doublelock.secondfactor.Removals;
import org.doublelock.unlocking.LeasesOn;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.VaultSettings;
import org.h2.jdbcx.JdbcDataSource;

/** The rooms that act on keys, without a container, on one real database. */
final class RacingSite implements AutoCloseable {

  final DataSource database;
  final Transactions transactions;
  final TwoAtOnce atOnce;
  final AccountsOn accounts;
  final ApiKeysOn keys;
  final FactorsOn factors;
  final Removals removals;
  final LeasesOn leases;
  final AccountLocksOn locks;
  private final AutoCloseable server;

  private RacingSite(DataSource database, AutoCloseable server, Path folder) {
    this.database = database;
    this.server = server;
    SecretVault vault =
        new SecretVault(new VaultSettings(Optional.empty(), folder.resolve("keyset.json")));
    transactions = new Transactions(database);
    atOnce = new TwoAtOnce(transactions, database);
    accounts = new AccountsOn(transactions, vault);
    factors = new FactorsOn(transactions, vault);
    keys = new ApiKeysOn(transactions, vault, factors.ofDeletedKeys());
    removals = factors.removals(accounts.factors(), "PT24H");
    leases = new LeasesOn(transactions, factors);
    locks = new AccountLocksOn(transactions, vault);
  }

  static RacingSite onH2(Path folder) {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    return new RacingSite(database, () -> {}, folder);
  }

  static RacingSite onPostgresql(Path folder) {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.start();
      return new RacingSite(server.getPostgresDatabase(), server, folder);
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
  }

  @Override
  public void close() throws Exception {
    transactions.close();
    server.close();
  }
}
