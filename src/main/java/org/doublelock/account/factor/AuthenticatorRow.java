package org.doublelock.account.factor;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.doublelock.account.session.SessionStamp;

/** An authenticator app of an account, as it is stored. */
@Entity
@Table(name = "account_authenticator")
class AuthenticatorRow extends RegisteredFactor {

  private String sealedSecret;
  private long lastTimeStep;
  private String setUpBy;

  protected AuthenticatorRow() {
    // for JPA
  }

  /** What the enrolment has confirmed; the code that confirmed it counts as used. */
  AuthenticatorRow(AuthenticatorEnrolmentRow confirmed, long step, Instant now) {
    super(confirmed.authenticator(), confirmed.account(), confirmed.name(), now);
    this.sealedSecret = confirmed.sealedSecret();
    this.lastTimeStep = step;
    this.setUpBy = confirmed.begun().session();
  }

  /** By whom and when it was set up. */
  SessionStamp setUp() {
    return new SessionStamp(setUpBy, since());
  }

  /** A code of an earlier step, or of the last one used, is a used code. */
  boolean isUsed(long step) {
    return step <= lastTimeStep;
  }

  void used(long step, Instant now) {
    this.lastTimeStep = step;
    usedAt(now);
  }

  String sealedSecret() {
    return sealedSecret;
  }
}
