package org.doublelock.secondfactor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.account.session.SessionStamp;
import org.doublelock.account.session.SetupUnderWay;
import org.doublelock.apikey.ApiKeyId;

/** An enrolment under way, as it is stored: nothing of it counts before it is completed. */
@Entity
@Table(name = "second_factor_enrolment")
class EnrolmentRow extends SetupUnderWay {

  @Id private UUID apiKeyId;
  private String method;
  private String passwordHash;
  private Long confirmedStep;
  private Instant confirmedAt;

  protected EnrolmentRow() {
    // for JPA
  }

  EnrolmentRow(ApiKeyId key) {
    this.apiKeyId = key.value();
  }

  void begin(SecondFactorMethod chosen, String newSealedSecret, SessionStamp stamp) {
    this.method = chosen.code();
    beginAnew(newSealedSecret, stamp);
    this.passwordHash = null;
    this.confirmedStep = null;
    this.confirmedAt = null;
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

  boolean awaits(SecondFactorMethod chosen) {
    return !isConfirmed() && method() == chosen;
  }

  boolean isConfirmed() {
    return confirmedAt != null;
  }

  SecondFactorMethod method() {
    return SecondFactorMethod.fromCode(method).orElseThrow();
  }

  String passwordHash() {
    return passwordHash;
  }

  long confirmedStep() {
    return confirmedStep;
  }
}
