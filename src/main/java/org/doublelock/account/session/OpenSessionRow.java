package org.doublelock.account.session;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;

/** A browser session that someone is signed in in, as it is stored. */
@Entity
@Table(name = "open_session")
class OpenSessionRow {

  @Id private UUID id;
  private UUID accountId;
  private String tokenHash;
  private String address;
  private String browser;
  private Instant signedInAt;
  private Instant lastActiveAt;
  private String identityPerson;
  private String identitySession;
  private Instant identitySaidAt;

  protected OpenSessionRow() {
    // for JPA
  }

  OpenSessionRow(AccountId account, BearerToken token, Visitor visitor, Instant now) {
    this.id = UUID.randomUUID();
    this.accountId = account.value();
    this.tokenHash = token.hash();
    this.address = visitor.address();
    this.browser = visitor.browser();
    this.signedInAt = now;
    this.lastActiveAt = now;
  }

  /** Notes that the identity provider signed them in, and in which session there. */
  void providedBy(Provided provided) {
    this.identityPerson = provided.person();
    this.identitySession = provided.session();
    this.identitySaidAt = provided.saidAt();
  }

  AccountId account() {
    return new AccountId(accountId);
  }

  Instant signedInAt() {
    return signedInAt;
  }

  Instant lastActiveAt() {
    return lastActiveAt;
  }

  OpenSession read(BearerToken current) {
    return new OpenSession(
        id, address, browser, signedInAt, lastActiveAt, tokenHash.equals(current.hash()));
  }
}
