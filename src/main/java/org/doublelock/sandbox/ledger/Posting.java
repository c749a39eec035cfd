package org.doublelock.sandbox.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.UUID;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.market.Asset;

/** One side of a movement: an amount of an asset into a bucket, or out of it when negative. */
@Embeddable
public class Posting {

  @Enumerated(EnumType.STRING)
  private Bucket bucket;

  @Column(name = "account_id")
  private UUID account;

  private String asset;
  private BigDecimal amount;

  protected Posting() {
    // for JPA
  }

  private Posting(Bucket bucket, UUID account, Asset asset, BigDecimal amount) {
    if (bucket.ofAccount() != (account != null)) {
      throw new IllegalArgumentException(bucket + " with the account " + account);
    }
    this.bucket = bucket;
    this.account = account;
    this.asset = asset.id();
    this.amount = amount.setScale(asset.decimals());
  }

  /** A posting to a bucket of an account. */
  public static Posting of(Bucket bucket, AccountId account, Asset asset, BigDecimal amount) {
    return new Posting(bucket, account.value(), asset, amount);
  }

  /** A posting to the exchange's fees or to the world. */
  public static Posting of(Bucket bucket, Asset asset, BigDecimal amount) {
    return new Posting(bucket, null, asset, amount);
  }

  Bucket bucket() {
    return bucket;
  }

  String asset() {
    return asset;
  }

  BigDecimal amount() {
    return amount;
  }

  boolean changesBalance() {
    return bucket == Bucket.AVAILABLE || bucket == Bucket.HELD;
  }

  BalanceId balance() {
    return new BalanceId(account, asset);
  }
}
