package org.doublelock.administration;

import java.time.Instant;
import org.doublelock.Transactions;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountsOn;
import org.doublelock.activity.EventsOn;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.secondfactor.FactorsOn;
import org.doublelock.vault.SecretVault;

/** Locking accounts without a container. */
public final class AccountLocksOn {

  private static final StatedReason REASON = new StatedReason("olga", "the mail account was taken");

  private final Transactions transactions;
  private final AccountLocks locks;

  public AccountLocksOn(Transactions transactions, SecretVault vault) {
    AccountsOn accounts = new AccountsOn(transactions, vault);
    this.transactions = transactions;
    this.locks =
        new AccountLocks(
            accounts.accounts(),
            accounts.access(new FactorsOn(transactions, vault).setupsOf(accounts.factors())),
            ApiKeysOn.epoch(transactions),
            EventsOn.recorder(transactions));
  }

  public void lock(AccountId account, Instant now) {
    transactions.in(
        () -> {
          locks.lock(account, REASON, now);
          return null;
        });
  }

  public void unlock(AccountId account, Instant now) {
    transactions.in(
        () -> {
          locks.unlock(account, REASON, now);
          return null;
        });
  }
}
