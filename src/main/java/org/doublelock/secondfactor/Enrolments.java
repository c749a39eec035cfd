package org.doublelock.secondfactor;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.session.SessionStamp;
import org.doublelock.activity.EventKind;
import org.doublelock.apikey.ApiKey;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.apikey.KeyEpoch;
import org.doublelock.apikey.KeyEvents;
import org.doublelock.otp.OneTimePassword;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.otp.TypedCode;
import org.doublelock.vault.PasswordHash;

/**
 * Takes a key through the enrolment of a second factor. One enrolment a key at a time; it belongs
 * to the signed-in session that began it, lapses after a quarter of an hour, and until it is
 * completed the key stays exactly as it was.
 */
@Stateless
public class Enrolments {

  private static final SecureRandom RANDOM = new SecureRandom();

  @PersistenceContext(unitName = "doublelock")
  private EntityManager entities;

  @Inject private FactorSecrets secrets;
  @Inject private KeyEpoch epoch;
  @Inject private KeyEvents events;

  public Enrolments() {
    // for the container
  }

  Enrolments(EntityManager entities, FactorSecrets secrets, KeyEpoch epoch, KeyEvents events) {
    this.entities = entities;
    this.secrets = secrets;
    this.epoch = epoch;
    this.events = events;
  }

  /** Where the enrolment stands for the session; empty when there is none or it has lapsed. */
  public Optional<Enrolment> current(ApiKeyId key, BearerToken session, Instant now) {
    Optional<EnrolmentRow> underWay =
        Optional.ofNullable(entities.find(EnrolmentRow.class, key.value()))
            .filter(row -> !row.begun().hasLapsed(now));
    return underWay.isPresent()
        ? underWay.map(row -> row.begun().isBy(session) ? state(key, row) : elsewhere())
        : setUp(key)
            .filter(stamp -> !stamp.hasLapsed(now))
            .map(stamp -> stamp.isBy(session) ? new Enrolment.Completed() : elsewhere());
  }

  /** When the session began the enrolment that is under way or has lapsed. */
  public Optional<SessionStamp> begun(ApiKeyId key, BearerToken session) {
    return Optional.ofNullable(entities.find(EnrolmentRow.class, key.value()))
        .map(EnrolmentRow::begun)
        .filter(stamp -> stamp.isBy(session));
  }

  /** Whether the session is the one that set up the factor that the key has. */
  public boolean wasCompletedBy(ApiKeyId key, BearerToken session) {
    return setUp(key).filter(stamp -> stamp.isBy(session)).isPresent();
  }

  /**
   * Begins anew, with another secret, unless the session itself has the same method under way and
   * waiting to be confirmed.
   *
   * @param proved the factor that is to be replaced, and whose code or password was given; empty
   *     where the key has none
   * @return false when the key's factor is another one by now; nothing was begun then
   * @throws org.doublelock.apikey.KeyDeleted when the key is deleted by now, as all steps do
   * @throws org.doublelock.account.AccountLocked when the account is locked by now, as all steps do
   */
  public boolean begin(
      ApiKey key,
      SecondFactorMethod method,
      Optional<SecondFactor> proved,
      BearerToken session,
      Instant now) {
    epoch.holdForOwner(key.id()); // nobody completes one from here on
    Optional<EnrolmentRow> existing = lock(key.id());
    if (existing
        .filter(row -> row.begun().isOpenTo(session, now) && row.awaits(method))
        .isPresent()) {
      return true;
    }
    if (!setUp(key.id()).map(SessionStamp::at).equals(proved.map(SecondFactor::since))) {
      return false;
    }
    EnrolmentRow row = existing.orElseGet(() -> new EnrolmentRow(key.id()));
    row.begin(method, newSecret(key.id(), method), SessionStamp.of(session, now));
    if (existing.isEmpty()) {
      entities.persist(row);
    }
    return true;
  }

  /**
   * Tries the code that the app shows. A wrong one leaves the secret as it is, and what is no code
   * is no try.
   */
  public Confirmation confirmCode(ApiKeyId key, BearerToken session, String typed, Instant now) {
    Optional<EnrolmentRow> open = open(key, session, SecondFactorMethod.TOTP, now);
    if (open.isEmpty()) {
      return Confirmation.NOTHING_TO_CONFIRM;
    }
    Optional<OneTimePassword> code = TypedCode.oneTime(typed);
    if (code.isEmpty()) {
      return Confirmation.MALFORMED;
    }
    EnrolmentRow row = open.get();
    SharedSecret secret = secrets.open(key, row.sealedSecret());
    Optional<TimeStep> step = TotpVerifier.verify(secret, code.get(), now);
    if (step.isPresent()) {
      row.confirmCode(step.get().value(), now);
      return Confirmation.CONFIRMED;
    }
    row.failed();
    if (row.hasFailedTooOften()) {
      entities.remove(row);
      return Confirmation.TOO_MANY;
    }
    return Confirmation.WRONG;
  }

  /** Takes a password that the caller has found good enough, and hashed. */
  public Confirmation confirmPassword(
      ApiKeyId key, BearerToken session, PasswordHash password, Instant now) {
    Optional<EnrolmentRow> open = open(key, session, SecondFactorMethod.PASSWORD, now);
    open.ifPresent(row -> row.confirmPassword(password.text(), now));
    return open.isPresent() ? Confirmation.CONFIRMED : Confirmation.NOTHING_TO_CONFIRM;
  }

  /**
   * Turns the confirmed factor on, in place of one that was there before. From the end of this
   * transaction on, every call on every node needs it.
   *
   * @return false when the session has confirmed nothing, or it has lapsed; nothing was changed
   */
  public boolean complete(
      ApiKeyId key, BearerToken session, ChosenActions actions, boolean strictCodes, Instant now) {
    epoch.holdForOwner(key);
    Optional<EnrolmentRow> confirmed =
        lock(key)
            .filter(row -> row.begun().isOpenTo(session, now))
            .filter(EnrolmentRow::isConfirmed);
    confirmed.ifPresent(row -> turnOn(key, row, actions, strictCodes, now));
    return confirmed.isPresent();
  }

  private void turnOn(
      ApiKeyId key, EnrolmentRow confirmed, ChosenActions actions, boolean strict, Instant now) {
    SecondFactorRow existing = entities.find(SecondFactorRow.class, key.value());
    SecondFactorRow factor = existing == null ? new SecondFactorRow(key) : existing;
    factor.take(confirmed, actions, strict, now);
    if (existing == null) {
      entities.persist(factor);
    }
    entities.remove(confirmed);
    RemovalRow.forget(entities, key);
    entities.flush();
    epoch.raiseWithNewFactor(key, confirmed.confirmedStep());
    events.record(existing == null ? EventKind.TWO_FACTOR_ON : EventKind.TWO_FACTOR_REPLACED, key);
  }

  /** Ends the session's enrolment; the key stays as it is. */
  public void abandon(ApiKeyId key, BearerToken session) {
    lock(key).filter(row -> row.begun().isBy(session)).ifPresent(entities::remove);
  }

  /** The same for all keys of an account; the caller holds their epochs. */
  public void abandonAll(AccountId owner) {
    entities
        .createQuery(
            "delete from EnrolmentRow e where e.apiKeyId in"
                + " (select k.id from ApiKey k where k.accountId = :owner)")
        .setParameter("owner", owner.value())
        .executeUpdate();
  }

  private Optional<EnrolmentRow> open(
      ApiKeyId key, BearerToken session, SecondFactorMethod method, Instant now) {
    epoch.holdForOwner(key);
    return lock(key)
        .filter(row -> row.begun().isOpenTo(session, now))
        .filter(row -> row.awaits(method));
  }

  private Optional<SessionStamp> setUp(ApiKeyId key) {
    return Optional.ofNullable(entities.find(SecondFactorRow.class, key.value()))
        .map(SecondFactorRow::setUp);
  }

  private static Enrolment elsewhere() {
    return new Enrolment.Elsewhere();
  }

  private Optional<EnrolmentRow> lock(ApiKeyId key) {
    return Optional.ofNullable(
        entities.find(EnrolmentRow.class, key.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  private String newSecret(ApiKeyId key, SecondFactorMethod method) {
    return method == SecondFactorMethod.TOTP
        ? secrets.seal(key, SharedSecret.generate(RANDOM))
        : null;
  }

  private Enrolment state(ApiKeyId key, EnrolmentRow row) {
    if (row.isConfirmed()) {
      return new Enrolment.Confirmed(row.method());
    }
    return row.method() == SecondFactorMethod.TOTP
        ? new Enrolment.AwaitingCode(
            secrets.open(key, row.sealedSecret()), row.begun().at(), row.triesLeft())
        : new Enrolment.AwaitingPassword();
  }
}
