package org.doublelock.sandbox.funding;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.PublicId;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;

/** What is kept of funds that came in or go out. */
@MappedSuperclass
abstract class FundsTransfer {

  @Id private String reference;

  @Column(name = "account_id")
  private UUID account;

  private String asset;
  private String method;
  private String address;
  private String transactionId;
  private BigDecimal amount;

  protected FundsTransfer() {
    // for JPA
  }

  FundsTransfer(AccountId account, Asset asset, String method, String address, BigDecimal amount) {
    this.reference = PublicId.funding();
    this.account = account.value();
    this.asset = asset.id();
    this.method = method;
    this.address = address;
    this.transactionId = SimulatedAddress.transaction();
    this.amount = amount;
  }

  String reference() {
    return reference;
  }

  AccountId account() {
    return new AccountId(account);
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
}
