package org.doublelock.account.factor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.account.AccountId;

/** The hash of a recovery code. */
@Entity
@Table(name = "recovery_code")
class RecoveryCodeRow {

  @Id private UUID id;
  private UUID accountId;
  private String codeHash;
  private Instant madeAt;
  private boolean kept;
  private boolean inForce;
  private Instant usedAt;

  protected RecoveryCodeRow() {
    // for JPA
  }

  RecoveryCodeRow(AccountId account, RecoveryCode code, Instant now) {
    this.id = UUID.randomUUID();
    this.accountId = account.value();
    this.codeHash = code.hash(account);
    this.madeAt = now;
  }

  String codeHash() {
    return codeHash;
  }

  /**
   * Whether it opens the account: not before its owner has said that it is kept. Of one that was
   * kept before 0.1.0, the older column alone may say so.
   */
  boolean isInForce() {
    return inForce || kept;
  }

  void keep() {
    kept = true;
    inForce = true;
  }

  boolean isKept() {
    return kept;
  }
}
