package org.doublelock.sandbox.funding;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.Gate;
import org.doublelock.sandbox.market.Asset;

/** An account's saved withdrawal addresses; a few of each asset are there from the beginning. */
final class AddressBook {

  private static final int SAVED_OF_EACH = 2;

  private final EntityManager database;
  private final AccountId account;

  AddressBook(EntityManager database, AccountId account) {
    this.database = database;
    this.account = account;
  }

  /** Saves the demo addresses when the account comes for the first time. Before any lock. */
  void open() {
    if (isOpen()) {
      return;
    }
    Gate.lock(database);
    if (!isOpen()) {
      FundingMethod.all().forEach(this::save);
    }
  }

  private boolean isOpen() {
    long saved =
        database
            .createQuery(
                "select count(a) from WithdrawalAddress a where a.id.account = :account",
                Long.class)
            .setParameter("account", account.value())
            .getSingleResult();
    return saved > 0;
  }

  private void save(FundingMethod method) {
    String name = method.asset().altname().toLowerCase(Locale.ROOT) + "-wallet-";
    for (int number = 1; number <= SAVED_OF_EACH; number++) {
      database.persist(new WithdrawalAddress(account, method, name + number));
    }
  }

  /** The saved addresses of the assets, ordered by name. */
  List<WithdrawalAddress> addresses(Collection<Asset> assets) {
    return database
        .createQuery(
            "from WithdrawalAddress a where a.id.account = :account order by a.id.name",
            WithdrawalAddress.class)
        .setParameter("account", account.value())
        .getResultStream()
        .filter(address -> assets.contains(address.asset()))
        .toList();
  }

  Optional<WithdrawalAddress> find(String name, Asset asset) {
    return addresses(List.of(asset)).stream()
        .filter(address -> address.name().equals(name))
        .findFirst();
  }
}
