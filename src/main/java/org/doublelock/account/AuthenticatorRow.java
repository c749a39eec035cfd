package org.doublelock.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** An authenticator app of an account, as it is stored. */
@Entity
@Table(name = "account_authenticator")
class AuthenticatorRow {

  @Id private UUID id;

  @Column(name = "account_id")
  private UUID accountId;

  private String name;

  @Column(name = "sealed_secret")
  private String sealedSecret;

  @Column(name = "last_time_step")
  private long lastTimeStep;

  private Instant since;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Version private long version;

  protected AuthenticatorRow() {
    // for JPA
  }

  /** What the enrolment has confirmed; the code that confirmed it counts as used. */
  AuthenticatorRow(AuthenticatorEnrolmentRow confirmed, long step, Instant now) {
    this.id = confirmed.authenticator();
    this.accountId = confirmed.account();
    this.name = confirmed.name();
    this.sealedSecret = confirmed.sealedSecret();
    this.lastTimeStep = step;
    this.since = now;
  }

  /** A code of an earlier step, or of the last one used, is a used code. */
  boolean isUsed(long step) {
    return step <= lastTimeStep;
  }

  void used(long step, Instant now) {
    this.lastTimeStep = step;
    this.lastUsedAt = now;
  }

  UUID id() {
    return id;
  }

  UUID account() {
    return accountId;
  }

  String name() {
    return name;
  }

  String sealedSecret() {
    return sealedSecret;
  }

  AppAuthenticator read() {
    return new AppAuthenticator(id, name, since, lastUsedAt);
  }
}
