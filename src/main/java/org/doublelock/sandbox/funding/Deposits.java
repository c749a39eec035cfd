package org.doublelock.sandbox.funding;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.doublelock.account.AccountId;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.ledger.Bucket;
import org.doublelock.sandbox.ledger.EntryType;
import org.doublelock.sandbox.ledger.Ledger;
import org.doublelock.sandbox.ledger.Movement;
import org.doublelock.sandbox.ledger.Posting;
import org.doublelock.sandbox.market.Asset;

/** An account's deposit addresses and deposits, within one transaction. */
final class Deposits {

  /** How many addresses of an asset may wait for their first deposit. */
  static final int UNUSED_LIMIT = 5;

  private final EntityManager database;
  private final Ledger ledger;
  private final AccountId account;

  Deposits(EntityManager database, AccountId account) {
    this.database = database;
    this.ledger = new Ledger(database);
    this.account = account;
  }

  /** The addresses of an asset, the newest first. */
  List<DepositAddress> addresses(FundingMethod method) {
    return database
        .createQuery(
            "from DepositAddress a where a.account = :account and a.asset = :asset"
                + " order by a.createdAt desc, a.address",
            DepositAddress.class)
        .setParameter("account", account.value())
        .setParameter("asset", method.asset().id())
        .getResultList();
  }

  /**
   * @throws FunctionFailure {@code EFunding:Too many addresses}
   */
  DepositAddress newAddress(FundingMethod method, Instant now) {
    ledger.open(account, now);
    // The balance's lock keeps two calls from both making the last address that is allowed.
    ledger.locked(account, method.asset());
    long unused = addresses(method).stream().filter(address -> !address.used()).count();
    if (unused >= UNUSED_LIMIT) {
      throw new FunctionFailure("EFunding:Too many addresses");
    }
    DepositAddress address = new DepositAddress(account, method, now);
    database.persist(address);
    return address;
  }

  Deposit receive(FundingMethod method, BigDecimal amount, Instant now) {
    ledger.open(account, now);
    ledger.locked(account, method.asset());
    DepositAddress address =
        addresses(method).stream().findFirst().orElseGet(() -> newAddress(method, now));
    address.receive();
    Deposit deposit = new Deposit(account, method, address, amount, now);
    database.persist(deposit);
    Asset asset = method.asset();
    ledger.post(
        new Movement(
            Movement.Kind.DEPOSIT,
            deposit.reference(),
            now,
            List.of(
                Posting.of(Bucket.WORLD, asset, amount.negate()),
                Posting.of(Bucket.AVAILABLE, account, asset, amount))));
    ledger.enter(
        account, EntryType.DEPOSIT, deposit.reference(), now, asset, amount, BigDecimal.ZERO);
    return deposit;
  }

  /** A page of those of the assets, the newest first, and the one after it. */
  List<Deposit> list(StatusPage page, Collection<Asset> assets) {
    return page.list(database, account, assets, Deposit.class, "at");
  }
}
