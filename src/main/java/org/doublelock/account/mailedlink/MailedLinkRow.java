package org.doublelock.account.mailedlink;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.account.BearerToken;
import org.doublelock.account.MailAddress;

/** A link that was mailed, as it is stored: by the hash of its token. */
@Entity
@Table(name = "mailed_link")
class MailedLinkRow {

  @Id private String tokenHash;
  private String purpose;
  private UUID accountId;
  private UUID apiKeyId;
  private String address;
  private String language;
  private UUID mailId;
  private long issuedAtMillis;
  private long expiresAtMillis;

  protected MailedLinkRow() {
    // for JPA
  }

  MailedLinkRow(BearerToken token, MailedLink link, Optional<UUID> mail, Instant now) {
    this.tokenHash = token.hash();
    this.purpose = link.purpose().code();
    this.accountId = link.account().map(AccountId::value).orElse(null);
    this.apiKeyId = link.apiKey().orElse(null);
    this.address = link.address().map(MailAddress::key).orElse(null);
    this.language = link.language();
    this.mailId = mail.orElse(null);
    this.issuedAtMillis = now.toEpochMilli();
    this.expiresAtMillis = now.plus(link.purpose().lifetime()).toEpochMilli();
  }

  boolean isGood(LinkPurpose asked, Instant now) {
    return purpose.equals(asked.code()) && now.toEpochMilli() < expiresAtMillis;
  }

  MailedLink link(LinkPurpose asked) {
    return new MailedLink(
        asked,
        Optional.ofNullable(accountId).map(AccountId::new),
        Optional.ofNullable(apiKeyId),
        Optional.ofNullable(address).map(MailAddress::new),
        language);
  }
}
