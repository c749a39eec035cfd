package org.doublelock.secondfactor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.Transactions;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.otp.LockoutRule;
import org.doublelock.vault.SecretVault;
import org.doublelock.vault.TriedPassword;

/** Guesses at a key's factor, each step in a transaction, as a container has it. */
final class CurrentFactorOn extends CurrentFactor {

  private final Transactions transactions;
  private Runnable meanwhile = () -> {};

  CurrentFactorOn(Transactions transactions, SecretVault vault) {
    super(
        transactions.entities(),
        new FactorSecrets(vault),
        ApiKeysOn.epoch(transactions),
        ApiKeysOn.events(transactions),
        new FactorLockout(new LockoutRule(10, Duration.ofMinutes(15))));
    this.transactions = transactions;
  }

  /** Has something happen once, after the next guess was hashed and before it is decided. */
  void meanwhile(Runnable happens) {
    meanwhile = happens;
  }

  @Override
  public Optional<String> passwordHash(ApiKeyId key, Instant now) {
    return transactions.in(() -> super.passwordHash(key, now));
  }

  @Override
  public Optional<Confirmation> decide(
      ApiKeyId key, String typed, TriedPassword tried, Instant now) {
    Runnable happens = meanwhile;
    meanwhile = () -> {};
    happens.run();
    return transactions.in(() -> super.decide(key, typed, tried, now));
  }

  @Override
  public boolean countWrong(ApiKeyId key, Instant now) {
    return transactions.in(() -> super.countWrong(key, now));
  }
}
