package org.doublelock.account.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.account.AccountId;

/** That a form is being carried out, or was. */
@Entity
@Table(name = "form_claim")
class FormClaimRow {

  @Id private String fingerprint;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "claimed_at")
  private Instant claimedAt;

  protected FormClaimRow() {
    // for JPA
  }

  FormClaimRow(AccountId account, String fingerprint, Instant now) {
    this.fingerprint = fingerprint;
    this.accountId = account.value();
    this.claimedAt = now;
  }
}
