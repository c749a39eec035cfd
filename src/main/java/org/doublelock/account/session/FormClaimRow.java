package org.doublelock.account.session;

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
  private UUID accountId;
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
