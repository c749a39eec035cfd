package org.doublelock.sandbox.funding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.account.AccountId;

/** Where an account takes deposits of an asset. */
@Entity
@Table(name = "exchange_deposit_address")
class DepositAddress {

  @Id private String address;

  @Column(name = "account_id")
  private UUID account;

  private String asset;
  private String method;
  private Instant createdAt;
  private boolean used;

  protected DepositAddress() {
    // for JPA
  }

  DepositAddress(AccountId account, FundingMethod method, Instant now) {
    this.address = SimulatedAddress.of(method.asset());
    this.account = account.value();
    this.asset = method.asset().id();
    this.method = method.name();
    this.createdAt = now;
  }

  String address() {
    return address;
  }

  /** Whether something was received there. */
  boolean used() {
    return used;
  }

  void receive() {
    used = true;
  }
}
