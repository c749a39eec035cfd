package org.doublelock.secondfactor;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.doublelock.Transactions;
import org.doublelock.account.BearerToken;
import org.doublelock.account.factor.AccountFactors;
import org.doublelock.account.revocation.AccessRevoked;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.ApiKeysOn;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.vault.PasswordHash;
import org.doublelock.vault.PasswordHasher;
import org.doublelock.vault.SecretVault;

/** The second factors without a container, and their enrolment in one go. */
public final class FactorsOn extends SecondFactors {

  private final Transactions transactions;
  private final PasswordHasher passwords;
  private final Enrolments enrolments;

  public FactorsOn(Transactions transactions, SecretVault vault) {
    this(transactions, vault, new CurrentFactorOn(transactions, vault));
  }

  /**
   * @param current what guesses at factors in the browser do in the database
   */
  FactorsOn(Transactions transactions, SecretVault vault, CurrentFactorOn current) {
    super(
        transactions.entities(),
        new FactorSecrets(vault),
        current,
        transactions.passwords(),
        ApiKeysOn.epoch(transactions),
        ApiKeysOn.events(transactions));
    this.transactions = transactions;
    this.passwords = transactions.passwords();
    this.enrolments =
        new Enrolments(
            transactions.entities(),
            new FactorSecrets(vault),
            ApiKeysOn.epoch(transactions),
            ApiKeysOn.events(transactions));
  }

  /** The enrolment itself; to be called in a transaction. */
  public Enrolments enrolments() {
    return enrolments;
  }

  /** Switching factors off that are lost, after that time. */
  public Removals removals(AccountFactors accountFactors, String coolOff) {
    return new Removals(
        transactions.entities(),
        this,
        accountFactors,
        ApiKeysOn.epoch(transactions),
        new CoolOff(coolOff),
        ApiKeysOn.events(transactions));
  }

  /** What ends with every way into an account. */
  public Consumer<AccessRevoked> setupsOf(AccountFactors accountFactors) {
    return setups(removals(accountFactors, "PT24H"))::end;
  }

  /** What ends with a key. */
  public Consumer<SecurityEvent> ofDeletedKeys() {
    return setups(null)::forget;
  }

  private RevokedSetups setups(Removals removals) {
    return new RevokedSetups(ApiKeysOn.epoch(transactions), enrolments, removals, this);
  }

  /** Begins to switch a key on with an app, in that session. */
  public void begin(ApiKey key, BearerToken session, Instant now) {
    transactions.in(
        () -> {
          enrolments.begin(key, SecondFactorMethod.TOTP, super.of(key.id()), session, now);
          return null;
        });
  }

  /** Asks to switch a key's factor off whose device is lost; to be called in a transaction. */
  public Removals.Outcome lose(Removals removals, ApiKey key, Instant now) {
    return removals.lost(key.id(), super.of(key.id()).orElseThrow(), key.owner(), now);
  }

  /** Where that stands. */
  public Optional<Enrolment> current(ApiKey key, BearerToken session, Instant now) {
    return transactions.in(() -> enrolments.current(key.id(), session, now));
  }

  /** Turns on an app, confirmed with the code of that time, and tells its secret. */
  public SharedSecret enrolApp(ApiKey key, boolean strict, Set<String> actions, Instant now) {
    BearerToken session = BearerToken.random();
    return transactions.in(
        () -> {
          enrolments.begin(key, SecondFactorMethod.TOTP, super.of(key.id()), session, now);
          SharedSecret secret =
              ((Enrolment.AwaitingCode) enrolments.current(key.id(), session, now).orElseThrow())
                  .secret();
          String code = TotpVerifier.generate(secret, TimeStep.at(now)).read();
          if (enrolments.confirmCode(key.id(), session, code, now) != Confirmation.CONFIRMED
              || !enrolments.complete(key.id(), session, only(actions), strict, now)) {
            throw new IllegalStateException("the enrolment did not go through");
          }
          return secret;
        });
  }

  private static ChosenActions only(Set<String> ticked) {
    return new ChosenActions(ticked, Optional.empty());
  }

  /** Turns on a password. */
  public void enrolPassword(ApiKey key, String password, Instant now) {
    BearerToken session = BearerToken.random();
    PasswordHash hash = passwords.hash(password);
    transactions.in(
        () -> {
          enrolments.begin(key, SecondFactorMethod.PASSWORD, super.of(key.id()), session, now);
          if (enrolments.confirmPassword(key.id(), session, hash, now) != Confirmation.CONFIRMED
              || !enrolments.complete(key.id(), session, only(Set.of()), false, now)) {
            throw new IllegalStateException("the enrolment did not go through");
          }
          return null;
        });
  }

  @Override
  public Optional<SecondFactor> of(ApiKeyId key) {
    return transactions.in(() -> super.of(key));
  }

  @Override
  public void remove(ApiKeyId key) {
    transactions.in(
        () -> {
          super.remove(key);
          return null;
        });
  }
}
