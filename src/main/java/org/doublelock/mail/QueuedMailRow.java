package org.doublelock.mail;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.activity.OneLine;
import org.doublelock.activity.Origin;
import org.doublelock.activity.SecurityEvent;

/** A mail that is to be sent, as it is stored. */
@Entity
@Table(name = "queued_mail")
class QueuedMailRow {

  @Id private UUID id;
  private String kind;
  private UUID accountId;
  private UUID apiKeyId;
  private String recipient;
  private String language;
  private String event;
  private String detail;
  private String address;
  private String browser;
  private long atMillis;
  private int tries;
  private long dueAtMillis;

  protected QueuedMailRow() {
    // for JPA
  }

  QueuedMailRow(QueuedMail mail, Instant now) {
    this.id = mail.id();
    this.kind = mail.kind().code();
    this.accountId = mail.account().orElse(null);
    this.apiKeyId = mail.apiKey().orElse(null);
    this.recipient = mail.recipient();
    this.language = mail.language();
    this.event = mail.event();
    this.detail = OneLine.of(mail.detail(), SecurityEvent.MAX_DETAIL);
    this.address = mail.origin().address();
    this.browser = mail.origin().browser();
    this.atMillis = mail.at().toEpochMilli();
    this.dueAtMillis = now.toEpochMilli();
  }

  int tries() {
    return tries;
  }

  void dueAt(Instant next) {
    dueAtMillis = next.toEpochMilli();
  }

  QueuedMail mail() {
    return new QueuedMail(
        id,
        MailKind.of(kind),
        Optional.ofNullable(accountId),
        Optional.ofNullable(apiKeyId),
        recipient,
        language,
        event,
        detail,
        new Origin(address, browser),
        Instant.ofEpochMilli(atMillis));
  }
}
