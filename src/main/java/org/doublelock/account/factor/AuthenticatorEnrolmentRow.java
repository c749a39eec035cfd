package org.doublelock.account.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.session.SessionStamp;

/** An authenticator app being added: nothing of it counts before its first code was right. */
@Entity
@Table(name = "account_authenticator_enrolment")
class AuthenticatorEnrolmentRow {

  private static final int MAX_FAILURES = 10;

  @Id
  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "authenticator_id")
  private UUID authenticatorId;

  private UUID replaces;

  private String name;

  @Column(name = "sealed_secret")
  private String sealedSecret;

  private int failures;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "begun_by")
  private String begunBy;

  @Version private long version;

  protected AuthenticatorEnrolmentRow() {
    // for JPA
  }

  AuthenticatorEnrolmentRow(AccountId account) {
    this.accountId = account.value();
  }

  void begin(
      UUID authenticator, FactorName called, UUID replaced, String sealed, SessionStamp stamp) {
    this.authenticatorId = authenticator;
    this.name = called.text();
    this.replaces = replaced;
    this.sealedSecret = sealed;
    this.failures = 0;
    this.startedAt = stamp.at();
    this.begunBy = stamp.session();
  }

  void failed() {
    failures++;
  }

  boolean hasFailedTooOften() {
    return failures >= MAX_FAILURES;
  }

  /** How many wrong codes may still follow, the one that ends the setup included. */
  int triesLeft() {
    return MAX_FAILURES - failures;
  }

  /** By whom and when it was begun. */
  SessionStamp begun() {
    return new SessionStamp(begunBy, startedAt);
  }

  UUID account() {
    return accountId;
  }

  UUID authenticator() {
    return authenticatorId;
  }

  Optional<UUID> replaces() {
    return Optional.ofNullable(replaces);
  }

  String name() {
    return name;
  }

  String sealedSecret() {
    return sealedSecret;
  }
}
