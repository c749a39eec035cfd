package org.doublelock.administration;

import java.time.Instant;
import org.doublelock.Transactions;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.AccountsOn;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.activity.EventsOn;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.secondfactor.FactorsOn;
import org.doublelock.vault.SecretVault;

/** Locking accounts without a container. */
public final class AccountLocksOn {

  private static final StatedReason REASON = new StatedReason("olga", "the mail account was taken");

  private final Transactions transactions;
  private final Accounts accounts;
  private final AccountLocks locks;

  public AccountLocksOn(Transactions transactions, SecretVault vault) {
    AccountsOn accounts = new AccountsOn(transactions, vault);
    AccessRevocation access =
        accounts.access(new FactorsOn(transactions, vault).setupsOf(accounts.factors()));
    this.transactions = transactions;
    this.accounts = accounts.accounts();
    this.locks =
        new AccountLocks(
            new SeenAccounts(transactions.entities(), access, transactions.acting()),
            accounts.accounts(),
            access,
            ApiKeysOn.epoch(transactions),
            EventsOn.recorder(transactions));
  }

  public ActOutcome lock(AccountId account, Instant now) {
    return transactions.in(() -> locks.lock(account, REASON, now));
  }

  /** By an operator who opens the page just now. */
  public ActOutcome unlock(AccountId account, Instant now) {
    return unlock(seen(account), now);
  }

  ActOutcome unlock(SeenAccount account, Instant now) {
    return transactions.in(() -> locks.unlock(account, REASON, now));
  }

  SeenAccount seen(AccountId account) {
    return transactions.in(() -> SeenAccount.of(accounts.find(account).orElseThrow()));
  }
}
