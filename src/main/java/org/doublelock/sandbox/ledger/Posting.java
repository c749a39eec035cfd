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
public record Posting(
    @Enumerated(EnumType.STRING) Bucket bucket,
    @Column(name = "account_id") UUID account,
    String asset,
    BigDecimal amount) {

  public Posting {
    if (bucket.ofAccount() != (account != null)) {
      throw new IllegalArgumentException(bucket + " with the account " + account);
    }
  }

  /** A posting to a bucket of an account. */
  public static Posting of(Bucket bucket, AccountId account, Asset asset, BigDecimal amount) {
    return new Posting(bucket, account.value(), asset.id(), amount.setScale(asset.decimals()));
  }

  /** A posting to the exchange's fees or to the world. */
  public static Posting of(Bucket bucket, Asset asset, BigDecimal amount) {
    return new Posting(bucket, null, asset.id(), amount.setScale(asset.decimals()));
  }

  boolean changesBalance() {
    return bucket == Bucket.AVAILABLE || bucket == Bucket.HELD;
  }

  BalanceId balance() {
    return new BalanceId(account, asset);
  }
}
