package org.doublelock.account.factor;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.AccountLocked;
import org.doublelock.account.BearerToken;
import org.doublelock.account.session.ActingSession;
import org.doublelock.account.session.SessionEnded;
import org.doublelock.account.session.SessionStamp;
import org.doublelock.otp.SharedSecret;
import org.doublelock.otp.TimeStep;
import org.doublelock.otp.TotpVerifier;
import org.doublelock.otp.TypedCode;
import org.doublelock.vault.SecretVault;

/** The authenticator apps that accounts have, and adding one. A code is always single-use here. */
@Stateless
public class Authenticators extends KeptFactors<AuthenticatorRow> {

  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private SecretVault vault;
  @Inject private ActingSession acting;

  public Authenticators() {
    super(AuthenticatorRow.class);
  }

  /** Without a container. */
  public Authenticators(EntityManager entities, SecretVault vault, ActingSession acting) {
    this();
    this.entities = entities;
    this.vault = vault;
    this.acting = acting;
  }

  /**
   * Begins to add an app, in place of an addition that was under way, whoever began that.
   *
   * @param replaced the app whose place it takes once it is confirmed
   * @param session the one that the addition belongs to from now on
   * @throws AccountLocked when an operator has locked the account meanwhile
   * @throws SessionEnded when the session that asks has been ended meanwhile
   */
  public void begin(
      AccountId account,
      FactorName name,
      Optional<UUID> replaced,
      BearerToken session,
      Instant now) {
    // of two that begin at once the second sees the first
    acting.hold(entities, account);
    Optional<AuthenticatorEnrolmentRow> existing = lockEnrolment(account);
    AuthenticatorEnrolmentRow row =
        existing.orElseGet(() -> new AuthenticatorEnrolmentRow(account));
    UUID id = UUID.randomUUID();
    row.begin(
        id,
        name,
        replaced.orElse(null),
        seal(id, SharedSecret.generate(RANDOM)),
        SessionStamp.of(session, now));
    if (existing.isEmpty()) {
      entities.persist(row);
    }
  }

  /** The addition that the session has under way; empty when it has none or it has lapsed. */
  public Optional<AuthenticatorSetup> current(AccountId account, BearerToken session, Instant now) {
    return enrolment(account)
        .filter(row -> row.begun().isOpenTo(session, now))
        .map(
            row ->
                new AuthenticatorSetup(
                    row.name(),
                    open(row.authenticator(), row.sealedSecret()),
                    row.replaces(),
                    row.triesLeft(),
                    row.begun().at()));
  }

  /** Whether this session's addition has lapsed, and nothing came after it. */
  public boolean hasLapsed(AccountId account, BearerToken session, Instant now) {
    return enrolment(account)
        .map(AuthenticatorEnrolmentRow::begun)
        .filter(stamp -> stamp.isBy(session) && stamp.hasLapsed(now))
        .isPresent();
  }

  /** Whether another session adds an app just now, or did so in the last quarter of an hour. */
  public boolean isElsewhere(AccountId account, BearerToken session, Instant now) {
    return enrolment(account).filter(row -> row.begun().isOfAnother(session, now)).isPresent()
        || rows(account).stream().anyMatch(row -> row.setUp().isOfAnother(session, now));
  }

  /** Whether this session has added an app in the last quarter of an hour. */
  public boolean wasJustAdded(AccountId account, BearerToken session, Instant now) {
    return rows(account).stream().anyMatch(row -> row.setUp().isOpenTo(session, now));
  }

  /** Tries the code that the new app shows; a right one puts the app into use at once. */
  public FactorOutcome confirm(AccountId account, BearerToken session, String typed, Instant now) {
    Optional<AuthenticatorEnrolmentRow> open =
        lockEnrolment(account).filter(row -> row.begun().isOpenTo(session, now));
    if (open.isEmpty()) {
      return FactorOutcome.NOTHING_TO_CONFIRM;
    }
    if (TypedCode.oneTime(typed).isEmpty()) {
      return FactorOutcome.MALFORMED;
    }
    AuthenticatorEnrolmentRow row = open.get();
    SharedSecret secret = open(row.authenticator(), row.sealedSecret());
    Optional<TimeStep> step = step(secret, typed, now);
    if (step.isPresent()) {
      row.replaces().flatMap(id -> row(account, id)).ifPresent(entities::remove);
      entities.persist(new AuthenticatorRow(row, step.get().value(), now));
      entities.remove(row);
      return FactorOutcome.CONFIRMED;
    }
    row.failed();
    if (row.hasFailedTooOften()) {
      entities.remove(row);
      return FactorOutcome.TOO_MANY;
    }
    return FactorOutcome.WRONG;
  }

  /** Ends the addition that the session has under way. */
  public void abandon(AccountId account, BearerToken session) {
    lockEnrolment(account).filter(row -> row.begun().isBy(session)).ifPresent(entities::remove);
  }

  /** Ends the addition that any session of the account has under way. */
  public void abandonAll(AccountId account) {
    lockEnrolment(account).ifPresent(entities::remove);
  }

  @Override
  public void removeAll(AccountId account) {
    super.removeAll(account);
    abandonAll(account);
  }

  /**
   * Tries a code with each of the account's apps. To be called while the account's sign-in state is
   * locked: two attempts with one code must not meet.
   */
  public FactorOutcome verify(AccountId account, String typed, Instant now) {
    FactorOutcome outcome = FactorOutcome.WRONG;
    for (AuthenticatorRow row : rows(account)) {
      Optional<TimeStep> step = step(open(row.id(), row.sealedSecret()), typed, now);
      if (step.isPresent() && !row.isUsed(step.get().value())) {
        row.used(step.get().value(), now);
        return FactorOutcome.CONFIRMED;
      }
      if (step.isPresent()) {
        outcome = FactorOutcome.USED;
      }
    }
    return outcome;
  }

  private static Optional<TimeStep> step(SharedSecret secret, String typed, Instant now) {
    return TypedCode.oneTime(typed).flatMap(code -> TotpVerifier.verify(secret, code, now));
  }

  private Optional<AuthenticatorEnrolmentRow> enrolment(AccountId account) {
    return Optional.ofNullable(entities.find(AuthenticatorEnrolmentRow.class, account.value()));
  }

  private Optional<AuthenticatorEnrolmentRow> lockEnrolment(AccountId account) {
    return Optional.ofNullable(
        entities.find(
            AuthenticatorEnrolmentRow.class, account.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  private String seal(UUID authenticator, SharedSecret secret) {
    return Base64.getEncoder()
        .encodeToString(vault.seal(secret.readBytes(), boundTo(authenticator)));
  }

  private SharedSecret open(UUID authenticator, String sealed) {
    return SharedSecret.fromBytes(
        vault.open(Base64.getDecoder().decode(sealed), boundTo(authenticator)));
  }

  private static String boundTo(UUID authenticator) {
    return "account_authenticator.sealed_secret:" + authenticator;
  }
}
