package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;
import org.doublelock.sandbox.market.Assets;

/** What assets are worth in others, by the last price of each market. */
public final class Valuation {

  private static final MathContext PRECISION = MathContext.DECIMAL64;
  private static final int DOLLAR_DECIMALS = 4;

  private final Map<String, BigDecimal> lastPrices = new HashMap<>();

  public Valuation(EntityManager database) {
    database
        .createQuery(
            "select m.pair, m.lastPrice from Market m where m.lastPrice is not null",
            Object[].class)
        .getResultList()
        .forEach(row -> lastPrices.put((String) row[0], (BigDecimal) row[1]));
  }

  /** The last price, or the reference price of a pair that was never traded. */
  BigDecimal price(AssetPair pair) {
    return lastPrices.getOrDefault(pair.id(), pair.referencePrice());
  }

  /** An amount of one asset as an amount of another, cut off at the other's scale. */
  BigDecimal convert(BigDecimal amount, Asset from, Asset to) {
    return to.floor(amount.multiply(inDollars(from)).divide(inDollars(to), PRECISION));
  }

  /** What an amount of an asset is worth in dollars, rounded up. */
  public BigDecimal dollars(BigDecimal amount, Asset asset) {
    return amount.multiply(inDollars(asset)).setScale(DOLLAR_DECIMALS, RoundingMode.UP);
  }

  private BigDecimal inDollars(Asset asset) {
    if (asset.equals(Assets.USD)) {
      return BigDecimal.ONE;
    }
    return price(asset, Assets.USD).orElseGet(() -> throughBitcoin(asset));
  }

  /** For an asset that is only traded against, such as the euro. */
  private BigDecimal throughBitcoin(Asset asset) {
    BigDecimal bitcoin =
        price(Assets.XBT, asset)
            .orElseThrow(() -> new IllegalStateException("no market values " + asset));
    return price(AssetPairs.XBTUSD).divide(bitcoin, PRECISION);
  }

  private Optional<BigDecimal> price(Asset base, Asset quote) {
    return AssetPairs.all().stream()
        .filter(pair -> pair.base().equals(base) && pair.quote().equals(quote))
        .map(this::price)
        .findFirst();
  }
}
