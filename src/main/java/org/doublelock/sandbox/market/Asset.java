package org.doublelock.sandbox.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Something that can be owned.
 *
 * @param id the published id, such as {@code XXBT}
 * @param altname the name people use, such as {@code XBT}
 * @param decimals the scale of every amount of it
 */
public record Asset(String id, String altname, int decimals, int displayDecimals) {

  /** The most decimals that any asset has, and the scale that the books are kept in. */
  public static final int MAX_DECIMALS = 10;

  /** The amount in the asset's scale, what is smaller than a unit cut off. */
  public BigDecimal floor(BigDecimal amount) {
    return amount.setScale(decimals, RoundingMode.DOWN);
  }

  /** The amount in the asset's scale, a part of a unit counted as a whole one. */
  public BigDecimal ceiling(BigDecimal amount) {
    return amount.setScale(decimals, RoundingMode.UP);
  }

  /** The amount as text with all the asset's decimals. */
  public String text(BigDecimal amount) {
    return floor(amount).toPlainString();
  }

  @Override
  public String toString() {
    return id;
  }
}
