package org.doublelock.sandbox.ledger;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** One account's amounts of one asset, as its postings add up to. Read only under its lock. */
@Entity
@Table(name = "exchange_balance")
class BalanceRow {

  @EmbeddedId private BalanceId id;

  private BigDecimal available;
  private BigDecimal held;

  protected BalanceRow() {
    // for JPA
  }

  BalanceRow(BalanceId id) {
    this.id = id;
    this.available = BigDecimal.ZERO;
    this.held = BigDecimal.ZERO;
  }

  void apply(Posting posting) {
    if (posting.bucket() == Bucket.AVAILABLE) {
      available = notBelowZero(available.add(posting.amount()));
    } else {
      held = notBelowZero(held.add(posting.amount()));
    }
  }

  private BigDecimal notBelowZero(BigDecimal amount) {
    if (amount.signum() < 0) {
      throw new IllegalStateException("the balance " + id + " would fall to " + amount);
    }
    return amount;
  }

  Balance balance() {
    return new Balance(available, held);
  }
}
