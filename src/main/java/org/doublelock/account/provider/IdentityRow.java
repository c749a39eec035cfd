package org.doublelock.account.provider;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.session.Provided;

/** Whose account it is at the identity provider, as it is stored. */
@Entity
@Table(name = "account_identity")
class IdentityRow {

  @Id private UUID accountId;
  private String issuer;
  private String subject;
  private boolean opened;
  private Instant since;
  private boolean ended;

  protected IdentityRow() {
    // for JPA
  }

  IdentityRow(AccountId account, ProviderPerson who, boolean opened, Instant now) {
    this.accountId = account.value();
    this.issuer = who.issuer();
    this.subject = who.subject();
    this.opened = opened;
    this.since = now;
  }

  AccountId account() {
    return new AccountId(accountId);
  }

  /** As {@link Provided} has it. */
  String person() {
    return Provided.personOf(issuer, subject);
  }

  boolean isEnded() {
    return ended;
  }

  void end() {
    this.ended = true;
  }

  boolean isOpened() {
    return opened;
  }

  /** Whether nothing is lost with it: its account has a password. */
  boolean isForgettable() {
    return ended && !opened;
  }
}
