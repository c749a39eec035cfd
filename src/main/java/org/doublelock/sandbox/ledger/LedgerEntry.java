package org.doublelock.sandbox.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.PublicId;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;

/** A change of what an account owns, as its holder sees it. */
@Entity
@Table(name = "exchange_ledger_entry")
class LedgerEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long sequence;

  private String id;

  @Column(name = "account_id")
  private UUID account;

  private String reference;

  @Column(name = "entered_at")
  private Instant at;

  @Enumerated(EnumType.STRING)
  private EntryType type;

  private String asset;
  private BigDecimal amount;
  private BigDecimal fee;
  private BigDecimal balance;

  protected LedgerEntry() {
    // for JPA
  }

  /**
   * @param amount what was added, or taken when negative, before the fee
   * @param balance what the account owns of the asset afterwards
   */
  LedgerEntry(
      AccountId account,
      EntryType type,
      String reference,
      Instant at,
      Asset asset,
      BigDecimal amount,
      BigDecimal fee,
      BigDecimal balance) {
    this.id = PublicId.ledgerEntry();
    this.account = account.value();
    this.type = type;
    this.reference = reference;
    this.at = at;
    this.asset = asset.id();
    this.amount = amount;
    this.fee = fee;
    this.balance = balance;
  }

  String id() {
    return id;
  }

  String reference() {
    return reference;
  }

  Instant at() {
    return at;
  }

  EntryType type() {
    return type;
  }

  Asset asset() {
    return Assets.byId(asset);
  }

  BigDecimal amount() {
    return amount;
  }

  BigDecimal fee() {
    return fee;
  }

  BigDecimal balance() {
    return balance;
  }
}
