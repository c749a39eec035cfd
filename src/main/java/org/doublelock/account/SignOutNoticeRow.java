package org.doublelock.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A notice of the identity provider that was taken. */
@Entity
@Table(name = "identity_notice")
class SignOutNoticeRow {

  @Id
  @Column(name = "id_hash")
  private String idHash;

  @Column(name = "good_until_millis")
  private long goodUntilMillis;

  protected SignOutNoticeRow() {
    // for JPA
  }

  SignOutNoticeRow(String idHash, Instant goodUntil) {
    this.idHash = idHash;
    this.goodUntilMillis = goodUntil.toEpochMilli();
  }
}
