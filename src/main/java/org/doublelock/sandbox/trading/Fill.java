package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import org.doublelock.sandbox.market.Asset;

/**
 * A volume that an order in the book gives or takes, at that order's own price.
 *
 * @param cost what it costs in the quote asset, rounded down to its scale
 */
record Fill(Order resting, BigDecimal price, BigDecimal volume, BigDecimal cost) {

  static Fill of(Order resting, BigDecimal volume) {
    Asset quote = resting.pair().quote();
    return new Fill(
        resting, resting.price(), volume, quote.floor(resting.price().multiply(volume)));
  }

  /** What it is worth, to the last decimal. */
  BigDecimal turnover() {
    return price.multiply(volume);
  }

  /** A fee of this rate, rounded down. */
  BigDecimal fee(BigDecimal rate) {
    return resting.pair().quote().floor(cost.multiply(rate));
  }
}
