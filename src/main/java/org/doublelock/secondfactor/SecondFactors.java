package org.doublelock.secondfactor;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.activity.EventKind;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyEpoch;
import org.doublelock.apikey.KeyEvents;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.otp.TypedCode;
import org.doublelock.otp.WrongGuesses;
import org.doublelock.vault.PasswordHasher;

/** The second factors that keys have. */
@Stateless
public class SecondFactors {

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private FactorSecrets secrets;
  @Inject private PasswordHasher passwords;
  @Inject private KeyEpoch epoch;
  @Inject private KeyEvents events;
  @Inject private FactorLockout lockout;

  public SecondFactors() {
    // for the container
  }

  SecondFactors(
      EntityManager entities,
      FactorSecrets secrets,
      PasswordHasher passwords,
      KeyEpoch epoch,
      KeyEvents events,
      FactorLockout lockout) {
    this.entities = entities;
    this.secrets = secrets;
    this.passwords = passwords;
    this.epoch = epoch;
    this.events = events;
    this.lockout = lockout;
  }

  /** The key's second factor; empty while two-factor authentication is off for it. */
  public Optional<SecondFactor> of(ApiKeyId key) {
    return Optional.ofNullable(entities.find(SecondFactorRow.class, key.value())).map(this::read);
  }

  /**
   * What lists say about the factors of these keys, in one statement; nothing where there is none.
   */
  public Map<ApiKeyId, FactorSummary> summaries(Collection<ApiKeyId> keys) {
    Map<ApiKeyId, FactorSummary> summaries = new HashMap<>();
    if (!keys.isEmpty()) {
      entities
          .createQuery(
              "select f.apiKeyId, f.method, f.since from SecondFactorRow f where f.apiKeyId in"
                  + " :keys",
              Object[].class)
          .setParameter("keys", keys.stream().map(ApiKeyId::value).toList())
          .getResultStream()
          .forEach(
              row ->
                  summaries.put(
                      new ApiKeyId((UUID) row[0]),
                      new FactorSummary(
                          SecondFactorMethod.fromCode((String) row[1]).orElseThrow(),
                          (Instant) row[2])));
    }
    return summaries;
  }

  /**
   * Checks the current factor in the browser, where a code is always single-use. Wrong ones count
   * as those of calls do, and while the key is locked nothing is tried. What cannot be the factor
   * is no guess.
   *
   * @param typed may be null
   */
  public Confirmation confirm(ApiKeyId key, String typed, Instant now) {
    Optional<WrongGuesses> guesses = FactorGuesses.hold(entities, key);
    SecondFactorRow row =
        entities.find(SecondFactorRow.class, key.value(), LockModeType.PESSIMISTIC_WRITE);
    if (guesses.isEmpty() || row == null) {
      return Confirmation.NOTHING_TO_CONFIRM;
    }
    if (typed == null || typed.isBlank()) {
      return Confirmation.MISSING;
    }
    if (row.method() == SecondFactorMethod.TOTP && TypedCode.oneTime(typed).isEmpty()) {
      return Confirmation.MALFORMED;
    }
    if (guesses.get().isLocked(now.toEpochMilli())) {
      return Confirmation.TOO_MANY;
    }
    Confirmation outcome =
        row.method() == SecondFactorMethod.TOTP
            ? confirmCode(row, typed, now)
            : confirmPassword(row, typed);
    if (outcome == Confirmation.CONFIRMED) {
      WrongGuesses ended = lockout.rule().afterRight(guesses.get(), now.toEpochMilli());
      FactorGuesses.keep(entities, key, ended);
    } else {
      count(key, guesses.get(), now);
    }
    return outcome;
  }

  /** How many wrong ones may still follow before the key is locked; 0 while it is. */
  public int triesLeft(ApiKeyId key, Instant now) {
    return FactorGuesses.hold(entities, key)
        .map(guesses -> lockout.rule().triesLeft(guesses, now.toEpochMilli()))
        .orElse(0);
  }

  /**
   * Counts a wrong guess that was made without a call, as one in a call counts.
   *
   * @return false when the key is locked by now: the guess is not to be answered then
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

  /** Turns two-factor authentication off for the key, after it has been confirmed. */
  public void remove(ApiKeyId key) {
    epoch.hold(key);
    SecondFactorRow row =
        entities.find(SecondFactorRow.class, key.value(), LockModeType.PESSIMISTIC_WRITE);
    if (row != null) {
      entities.remove(row);
      Removals.forget(entities, key);
      entities.flush();
      epoch.raiseWithNewFactor(key, 0);
      events.record(EventKind.TWO_FACTOR_OFF, key);
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

  private Confirmation confirmPassword(SecondFactorRow row, String typed) {
    return passwords.verify(typed, row.passwordHash())
        ? Confirmation.CONFIRMED
        : Confirmation.WRONG;
  }

  private SecondFactor read(SecondFactorRow row) {
    return row.method() == SecondFactorMethod.TOTP
        ? new SecondFactor.Totp(
            secrets.open(row.key(), row.sealedSecret()),
            row.strictCodes(),
            row.since(),
            row.actions())
        : new SecondFactor.StaticPassword(row.passwordHash(), row.since(), row.actions());
  }
}
