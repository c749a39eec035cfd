package org.doublelock.account.provider;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.account.AccountId;

/** That an operator lets the person of the same name at the identity provider have an account. */
@Entity
@Table(name = "identity_admission")
class AdmissionRow {

  @Id private UUID accountId;
  private Instant goodUntil;

  protected AdmissionRow() {
    // for JPA
  }

  AdmissionRow(AccountId account, Instant goodUntil) {
    this.accountId = account.value();
    this.goodUntil = goodUntil;
  }
}
