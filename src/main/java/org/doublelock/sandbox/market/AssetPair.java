package org.doublelock.sandbox.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Two assets that can be traded for each other. Volumes are in the base asset, prices and costs in
 * the quote asset.
 *
 * @param id the published id, such as {@code XXBTZUSD}
 * @param altname the id without the class letters, such as {@code XBTUSD}
 * @param priceDecimals how many decimals a price may have; the tick is one unit of the last of them
 * @param orderMinimum the smallest volume of an order
 * @param costMinimum the smallest volume times price of an order
 * @param referencePrice what the pair is worth until somebody trades it
 */
public record AssetPair(
    String id,
    String altname,
    Asset base,
    Asset quote,
    int priceDecimals,
    BigDecimal orderMinimum,
    BigDecimal costMinimum,
    BigDecimal referencePrice) {

  public static final int LOT_DECIMALS = 8;
  private static final int LEAST_COST_DECIMALS = 5;

  /** The name with a slash, such as {@code XBT/USD}. */
  public String wsname() {
    return base.altname() + "/" + quote.altname();
  }

  public int costDecimals() {
    return Math.max(LEAST_COST_DECIMALS, priceDecimals);
  }

  public BigDecimal tick() {
    return BigDecimal.ONE.movePointLeft(priceDecimals);
  }

  /** A volume with all its decimals. */
  public String volumeText(BigDecimal volume) {
    return volume.setScale(LOT_DECIMALS, RoundingMode.DOWN).toPlainString();
  }

  /** A price that was asked for, with as many decimals as it may have. */
  public String priceText(BigDecimal price) {
    return price.setScale(priceDecimals, RoundingMode.DOWN).toPlainString();
  }

  /** A cost, a fee or an average price. */
  public String costText(BigDecimal cost) {
    return cost.setScale(costDecimals(), RoundingMode.HALF_UP).toPlainString();
  }

  @Override
  public String toString() {
    return id;
  }
}
