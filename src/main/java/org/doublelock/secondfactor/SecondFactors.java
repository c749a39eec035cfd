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
import org.doublelock.otp.OneTimePassword;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
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

  public SecondFactors() {
    // for the container
  }

  SecondFactors(
      EntityManager entities,
      FactorSecrets secrets,
      PasswordHasher passwords,
      KeyEpoch epoch,
      KeyEvents events) {
    this.entities = entities;
    this.secrets = secrets;
    this.passwords = passwords;
    this.epoch = epoch;
    this.events = events;
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
   * Checks the current factor in the browser, where a code is always single-use. Wrong ones are
   * counted, one by one on any node, and after ten nothing is tried for a quarter of an hour.
   */
  public Confirmation confirm(ApiKeyId key, String typed, Instant now) {
    epoch.hold(key); // first, as wherever this row and the factor's are both held
    SecondFactorRow row =
        entities.find(SecondFactorRow.class, key.value(), LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      return Confirmation.NOTHING_TO_CONFIRM;
    }
    if (row.isLocked(now)) {
      return Confirmation.TOO_MANY;
    }
    Confirmation outcome =
        row.method() == SecondFactorMethod.TOTP
            ? confirmCode(row, typed, now)
            : confirmPassword(row, typed);
    if (outcome == Confirmation.WRONG || outcome == Confirmation.USED) {
      row.failed(now);
    }
    return outcome;
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
        OneTimePassword.parse(typed)
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
    if (!passwords.verify(typed, row.passwordHash())) {
      return Confirmation.WRONG;
    }
    row.confirmedWithPassword();
    return Confirmation.CONFIRMED;
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
