package org.doublelock.administration;

import java.time.Instant;
import org.doublelock.Transactions;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.AccountsOn;
import org.doublelock.account.revocation.AccessRevocation;
import org.doublelock.mail.OutboxOn;
import org.doublelock.secondfactor.FactorsOn;
import org.doublelock.vault.SecretVault;

/** Locking accounts without a container. */
public final class AccountLocksOn {

  private static final StatedReason REASON = new StatedReason("olga", "the mail account was taken");

  private final Transactions transactions;
  private final Accounts accounts;
  private final OperatorActs acts;

  public AccountLocksOn(Transactions transactions, SecretVault vault) {
    AccountsOn accounts = new AccountsOn(transactions, vault);
    AccessRevocation access =
        accounts.access(new FactorsOn(transactions, vault).setupsOf(accounts.factors()));
    this.transactions = transactions;
    this.accounts = accounts.accounts();
    this.acts =
        new OperatorActsOn(
            transactions, accounts, access, new OutboxOn(transactions, Instant.EPOCH));
  }

  public ActOutcome lock(AccountId account, Instant now) {
    return carryOut("lock", SeenAccount.of(account, ""), now);
  }

  /** By an operator who opens the page just now. */
  public ActOutcome unlock(AccountId account, Instant now) {
    return unlock(seen(account), now);
  }

  ActOutcome unlock(SeenAccount account, Instant now) {
    return carryOut("unlock", account, now);
  }

  ActOutcome reset(SeenAccount account, Instant now) {
    return carryOut("reset", account, now);
  }

  private ActOutcome carryOut(String act, SeenAccount account, Instant now) {
    return transactions.in(() -> acts.carryOut(act, account, REASON, now));
  }

  SeenAccount seen(AccountId account) {
    return transactions.in(() -> SeenAccount.of(accounts.find(account).orElseThrow()));
  }
}
