package org.doublelock.sandbox.funding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.doublelock.account.AccountId;

/** Something that came in. */
@Entity
@Table(name = "exchange_deposit")
class Deposit extends FundsTransfer {

  @Column(name = "received_at")
  private Instant at;

  protected Deposit() {
    // for JPA
  }

  Deposit(
      AccountId account,
      FundingMethod method,
      DepositAddress address,
      BigDecimal amount,
      Instant at) {
    super(account, method.asset(), method.name(), address.address(), amount);
    this.at = at;
  }

  Instant at() {
    return at;
  }
}
