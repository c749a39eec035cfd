package org.doublelock.sandbox.funding;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.ledger.Bucket;
import org.doublelock.sandbox.ledger.EntryType;
import org.doublelock.sandbox.ledger.Ledger;
import org.doublelock.sandbox.ledger.Movement;
import org.doublelock.sandbox.ledger.Posting;
import org.doublelock.sandbox.market.Asset;

/** An account's withdrawals, within one transaction. */
final class Withdrawals {

  private static final int SETTLED_AT_ONCE = 100;

  private final EntityManager database;
  private final Ledger ledger;
  private final AccountId account;

  Withdrawals(EntityManager database, AccountId account) {
    this.database = database;
    this.ledger = new Ledger(database);
    this.account = account;
  }

  /**
   * Sends an amount on its way.
   *
   * @param amount what leaves the account, the fee included
   * @throws FunctionFailure {@code EFunding:Insufficient funds}
   */
  Withdrawal request(WithdrawalAddress to, FundingMethod method, BigDecimal amount, Instant now) {
    Asset asset = method.asset();
    ledger.open(account, now);
    if (!ledger.locked(account, asset).covers(amount)) {
      throw new FunctionFailure("EFunding:Insufficient funds");
    }
    BigDecimal sent = amount.subtract(method.fee());
    Withdrawal withdrawal = new Withdrawal(account, to, sent, method.fee(), now);
    database.persist(withdrawal);
    move(Movement.Kind.WITHDRAWAL, withdrawal, Bucket.AVAILABLE, Bucket.LEAVING, now);
    ledger.enter(
        account,
        EntryType.WITHDRAWAL,
        withdrawal.reference(),
        now,
        asset,
        sent.negate(),
        method.fee());
    return withdrawal;
  }

  /**
   * Takes a withdrawal back if it has not been sent yet.
   *
   * @return whether it was taken back
   * @throws FunctionFailure {@code EFunding:Unknown reference id}
   */
  boolean cancel(String reference, Asset asset, Instant now) {
    Withdrawal withdrawal =
        lock(reference)
            .filter(found -> found.account().equals(account) && found.asset().equals(asset))
            .orElseThrow(() -> new FunctionFailure("EFunding:Unknown reference id"));
    if (withdrawal.status(now) != WithdrawalStatus.INITIAL) {
      return false;
    }
    withdrawal.giveBack();
    move(Movement.Kind.RETURN, withdrawal, Bucket.LEAVING, Bucket.AVAILABLE, now);
    ledger.enter(
        account,
        EntryType.WITHDRAWAL,
        reference,
        now,
        asset,
        withdrawal.amount(),
        withdrawal.fee().negate());
    return true;
  }

  private void move(
      Movement.Kind kind, Withdrawal withdrawal, Bucket from, Bucket to, Instant now) {
    Asset asset = withdrawal.asset();
    BigDecimal amount = withdrawal.amount().add(withdrawal.fee());
    ledger.post(
        new Movement(
            kind,
            withdrawal.reference(),
            now,
            List.of(
                Posting.of(from, account, asset, amount.negate()),
                Posting.of(to, account, asset, amount))));
  }

  /** Books what has arrived in the simulated world meanwhile. */
  void settleDue(Instant now) {
    List<String> due =
        database
            .createQuery(
                "select w.reference from Withdrawal w where w.account = :account"
                    + " and w.state = :leaving and w.requestedAt <= :before order by w.reference",
                String.class)
            .setParameter("account", account.value())
            .setParameter("leaving", Withdrawal.State.LEAVING)
            .setParameter("before", now.minus(Withdrawal.UNTIL_SUCCESS))
            .setMaxResults(SETTLED_AT_ONCE)
            .getResultList();
    for (String reference : due) {
      lock(reference)
          .filter(withdrawal -> withdrawal.isDue(now))
          .ifPresent(withdrawal -> settle(withdrawal, now));
    }
  }

  private void settle(Withdrawal withdrawal, Instant now) {
    Asset asset = withdrawal.asset();
    withdrawal.pay();
    ledger.post(
        new Movement(
            Movement.Kind.PAYOUT,
            withdrawal.reference(),
            now,
            List.of(
                Posting.of(
                    Bucket.LEAVING,
                    account,
                    asset,
                    withdrawal.amount().add(withdrawal.fee()).negate()),
                Posting.of(Bucket.WORLD, asset, withdrawal.amount()),
                Posting.of(Bucket.FEES, asset, withdrawal.fee()))));
  }

  private Optional<Withdrawal> lock(String reference) {
    return Optional.ofNullable(
        database.find(Withdrawal.class, reference, LockModeType.PESSIMISTIC_WRITE));
  }

  /** A page of those of the assets, the newest first, and the one after it. */
  List<Withdrawal> list(StatusPage page, Collection<Asset> assets) {
    return page.list(database, account, assets, Withdrawal.class, "requestedAt");
  }
}
