package org.doublelock.sandbox.funding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.PublicId;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;

/** Something that came in. */
@Entity
@Table(name = "exchange_deposit")
class Deposit {

  @Id private String reference;

  @Column(name = "account_id")
  private UUID account;

  private String asset;
  private String method;
  private String address;
  private String transactionId;
  private BigDecimal amount;

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
    this.reference = PublicId.funding();
    this.account = account.value();
    this.asset = method.asset().id();
    this.method = method.name();
    this.address = address.address();
    this.transactionId = SimulatedAddress.transaction();
    this.amount = amount;
    this.at = at;
  }

  String reference() {
    return reference;
  }

  Asset asset() {
    return Assets.byId(asset);
  }

  String method() {
    return method;
  }

  String address() {
    return address;
  }

  String transactionId() {
    return transactionId;
  }

  BigDecimal amount() {
    return amount;
  }

  Instant at() {
    return at;
  }
}
