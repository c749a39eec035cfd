package org.doublelock.secondfactor;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.activity.EventKind;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyEpoch;
import org.doublelock.apikey.KeyEvents;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.otp.TypedCode;
import org.doublelock.otp.WrongGuesses;
import org.doublelock.vault.TriedPassword;

/**
 * Guesses at a key's factor that are made in the browser, as far as the database is concerned: what
 * a password is held against, and what counts of a guess then.
 */
@Stateless
public class CurrentFactor {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private FactorSecrets secrets;
  @Inject private KeyEpoch epoch;
  @Inject private KeyEvents events;
  @Inject private FactorLockout lockout;

  public CurrentFactor() {
    // for the container
  }

  CurrentFactor(
      EntityManager entities,
      FactorSecrets secrets,
      KeyEpoch epoch,
      KeyEvents events,
      FactorLockout lockout) {
    this.entities = entities;
    this.secrets = secrets;
    this.epoch = epoch;
    this.events = events;
    this.lockout = lockout;
  }

  /** What a password is to be held against; empty for a code, and under a lockout. */
  public Optional<String> passwordHash(ApiKeyId key, Instant now) {
    return FactorGuesses.read(entities, key)
            .filter(row -> !row.isLocked(now.toEpochMilli()))
            .isPresent()
        ? Optional.ofNullable(entities.find(SecondFactorRow.class, key.value()))
            .filter(row -> row.method() == SecondFactorMethod.PASSWORD)
            .map(SecondFactorRow::passwordHash)
        : Optional.empty();
  }

  /**
   * Decides under the row's lock what the guess comes to, and counts it.
   *
   * @param tried what was typed, held against the hash of {@link #passwordHash}
   * @return empty when the key has another password by now; nothing was counted then
   */
  public Optional<Confirmation> decide(
      ApiKeyId key, String typed, TriedPassword tried, Instant now) {
    Optional<WrongGuesses> guesses = FactorGuesses.hold(entities, key);
    SecondFactorRow row =
        entities.find(SecondFactorRow.class, key.value(), LockModeType.PESSIMISTIC_WRITE);
    if (guesses.isEmpty() || row == null) {
      return Optional.of(Confirmation.NOTHING_TO_CONFIRM);
    }
    if (typed.isBlank()) {
      return Optional.of(Confirmation.MISSING);
    }
    boolean byCode = row.method() == SecondFactorMethod.TOTP;
    if (byCode && TypedCode.oneTime(typed).isEmpty()) {
      return Optional.of(Confirmation.MALFORMED);
    }
    if (guesses.get().isLocked(now.toEpochMilli())) {
      return Optional.of(Confirmation.TOO_MANY);
    }
    if (!byCode && !tried.isAbout(row.passwordHash())) {
      return Optional.empty();
    }
    Confirmation outcome = byCode ? confirmCode(row, typed, now) : confirmPassword(tried);
    if (outcome == Confirmation.CONFIRMED) {
      WrongGuesses ended = lockout.rule().afterRight(guesses.get(), now.toEpochMilli());
      FactorGuesses.keep(entities, key, ended);
    } else {
      count(key, guesses.get(), now);
    }
    return Optional.of(outcome);
  }

  /** How many wrong ones may still follow before the key is locked out; 0 while it is. */
  public int triesLeft(ApiKeyId key, Instant now) {
    return FactorGuesses.read(entities, key)
        .map(guesses -> lockout.rule().triesLeft(guesses, now.toEpochMilli()))
        .orElse(0);
  }

  /**
   * Counts a wrong guess.
   *
   * @return false when the key is locked out by now
   */
  public boolean countWrong(ApiKeyId key, Instant now) {
    Optional<WrongGuesses> open =
        FactorGuesses.hold(entities, key).filter(row -> !row.isLocked(now.toEpochMilli()));
    open.ifPresent(guesses -> count(key, guesses, now));
    return open.isPresent();
  }

  private void count(ApiKeyId key, WrongGuesses before, Instant now) {
    WrongGuesses after = lockout.rule().afterWrong(before, now.toEpochMilli());
    FactorGuesses.keep(entities, key, after);
    if (after.isLocked(now.toEpochMilli())) {
      events.record(EventKind.KEY_LOCKED, key);
    }
  }

  private Confirmation confirmCode(SecondFactorRow row, String typed, Instant now) {
    Optional<TimeStep> step =
        TypedCode.oneTime(typed)
            .flatMap(
                code ->
                    TotpVerifier.verify(secrets.open(row.key(), row.sealedSecret()), code, now));
    if (step.isEmpty()) {
      return Confirmation.WRONG;
    }
    if (!epoch.spendTimeStep(row.key(), step.get().value())) {
      return Confirmation.USED;
    }
    row.confirmedWith(step.get().value());
    return Confirmation.CONFIRMED;
  }

  private static Confirmation confirmPassword(TriedPassword tried) {
    return tried.right() ? Confirmation.CONFIRMED : Confirmation.WRONG;
  }
}
