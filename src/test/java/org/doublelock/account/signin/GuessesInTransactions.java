package org.doublelock.account.signin;

import java.time.Instant;
import org.doublelock.Transactions;
import org.doublelock.account.AccountId;
import org.doublelock.account.Accounts;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.session.Visitor;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.SecurityEvents;
import org.doublelock.vault.TriedPassword;

/** Guesses at passwords, each step in a transaction, as a container has it. */
public final class GuessesInTransactions extends PasswordGuesses {

  private final Transactions transactions;
  private Runnable meanwhile = () -> {};

  public GuessesInTransactions(
      Transactions transactions,
      Accounts accounts,
      AccountFactors factors,
      KnownBrowsers browsers,
      SignInAddresses addresses,
      SecurityEvents events) {
    super(transactions.entities(), accounts, factors, browsers, addresses, events);
    this.transactions = transactions;
  }

  /** Has something happen once, after the next guess was hashed and before it is decided. */
  void meanwhile(Runnable happens) {
    meanwhile = happens;
  }

  @Override
  public PasswordGuess at(String typedName, Visitor visitor) {
    return transactions.in(() -> super.at(typedName, visitor));
  }

  @Override
  public PasswordGuess at(AccountId id, Visitor visitor) {
    return transactions.in(() -> super.at(id, visitor));
  }

  @Override
  public PasswordOutcome decide(
      AccountId id, TriedPassword tried, Visitor visitor, EventKind refused, Instant now) {
    Runnable happens = meanwhile;
    meanwhile = () -> {};
    happens.run();
    return transactions.in(() -> super.decide(id, tried, visitor, refused, now));
  }

  @Override
  public void refuseNobody(String typedName, Visitor visitor, Instant now) {
    transactions.in(
        () -> {
          super.refuseNobody(typedName, visitor, now);
          return null;
        });
  }
}
