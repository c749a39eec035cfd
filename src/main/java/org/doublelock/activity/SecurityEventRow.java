package org.doublelock.activity;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A security event as it is stored. */
@Entity
@Table(name = "security_event")
class SecurityEventRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID accountId;
  private UUID apiKeyId;
  private String kind;
  private String detail;
  private String address;
  private String browser;
  private long atMillis;

  /** Noted where it matters when that was last. */
  private boolean told;

  protected SecurityEventRow() {
    // for JPA
  }

  SecurityEventRow(SecurityEvent event) {
    this.accountId = event.account();
    this.apiKeyId = event.apiKey().orElse(null);
    this.kind = event.kind().code();
    this.detail = stored(event.detail());
    this.address = event.origin().address();
    this.browser = event.origin().browser();
    this.atMillis = event.at().toEpochMilli();
  }

  /** A detail as it is kept. */
  static String stored(String detail) {
    return OneLine.of(detail, SecurityEvent.MAX_DETAIL);
  }

  Position position() {
    return new Position(atMillis, id);
  }

  LoggedEvent event() {
    return new LoggedEvent(
        kind,
        Optional.ofNullable(apiKeyId),
        detail,
        new Origin(address, browser),
        Instant.ofEpochMilli(atMillis));
  }
}
