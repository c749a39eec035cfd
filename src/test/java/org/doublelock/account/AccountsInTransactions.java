package org.doublelock.account;

import java.time.Instant;
import java.util.Optional;
import org.doublelock.Transactions;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.vault.PasswordHash;
import org.doublelock.vault.PasswordHasher;

/** Accounts, each step in a transaction, as a container has it. */
final class AccountsInTransactions extends Accounts {

  private final Transactions transactions;

  AccountsInTransactions(
      Transactions transactions, PasswordHasher passwords, SecurityEvents events) {
    super(transactions.entities(), passwords, events);
    this.transactions = transactions;
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return transactions.in(() -> super.find(id));
  }

  @Override
  public Optional<Account> findByName(UserName name) {
    return transactions.in(() -> super.findByName(name));
  }

  @Override
  public Account open(UserName name, PasswordHash password, Instant now) {
    return transactions.in(() -> super.open(name, password, now));
  }

  @Override
  public void renewHash(AccountId id, String before, PasswordHash renewed) {
    transactions.in(
        () -> {
          super.renewHash(id, before, renewed);
          return null;
        });
  }
}
