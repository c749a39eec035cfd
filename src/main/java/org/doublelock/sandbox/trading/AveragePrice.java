package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.doublelock.sandbox.market.Asset;

/** What a unit cost on average, from the exact prices of the trades and not from rounded costs. */
final class AveragePrice {

  private AveragePrice() {}

  /**
   * @param turnover the sum of each trade's price times its volume
   * @return between the lowest and the highest of the prices
   */
  static BigDecimal of(BigDecimal turnover, BigDecimal volume) {
    return turnover.divide(volume, Asset.MAX_DECIMALS, RoundingMode.HALF_UP);
  }
}
