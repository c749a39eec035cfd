package org.doublelock.account.factor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.session.SessionStamp;
import org.doublelock.account.session.SetupUnderWay;

/** An authenticator app being added: nothing of it counts before its first code was right. */
@Entity
@Table(name = "account_authenticator_enrolment")
class AuthenticatorEnrolmentRow extends SetupUnderWay {

  @Id private UUID accountId;
  private UUID authenticatorId;
  private UUID replaces;
  private String name;

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
    beginAnew(sealed, stamp);
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
}
