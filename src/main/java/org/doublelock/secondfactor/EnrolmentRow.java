package org.doublelock.secondfactor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.account.session.SessionStamp;
import org.doublelock.apikey.ApiKeyId;

/** An enrolment under way, as it is stored: nothing of it counts before it is completed. */
@Entity
@Table(name = "second_factor_enrolment")
class EnrolmentRow {

  private static final int MAX_FAILURES = 10;

  @Id
  @Column(name = "api_key_id")
  private UUID apiKeyId;

  @Column(name = "method")
  private String method;

  @Column(name = "sealed_secret")
  private String sealedSecret;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "confirmed_step")
  private Long confirmedStep;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Column(name = "failures")
  private int failures;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "begun_by")
  private String begunBy;

  @Version private long version;

  protected EnrolmentRow() {
    // for JPA
  }

  EnrolmentRow(ApiKeyId key) {
    this.apiKeyId = key.value();
  }

  void begin(SecondFactorMethod chosen, String newSealedSecret, SessionStamp stamp) {
    this.method = chosen.code();
    this.sealedSecret = newSealedSecret;
    this.passwordHash = null;
    this.confirmedStep = null;
    this.confirmedAt = null;
    this.failures = 0;
    this.startedAt = stamp.at();
    this.begunBy = stamp.session();
  }

  void confirmCode(long step, Instant now) {
    this.confirmedStep = step;
    this.confirmedAt = now;
  }

  void confirmPassword(String hash, Instant now) {
    this.passwordHash = hash;
    this.confirmedStep = 0L;
    this.confirmedAt = now;
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

  boolean awaits(SecondFactorMethod chosen) {
    return !isConfirmed() && method() == chosen;
  }

  boolean isConfirmed() {
    return confirmedAt != null;
  }

  SecondFactorMethod method() {
    return SecondFactorMethod.fromCode(method).orElseThrow();
  }

  String sealedSecret() {
    return sealedSecret;
  }

  String passwordHash() {
    return passwordHash;
  }

  long confirmedStep() {
    return confirmedStep;
  }
}
