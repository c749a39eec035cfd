package org.doublelock.sandbox.market;

import java.math.BigDecimal;

/** What a trade costs, as a part of its cost: the same for everybody, whatever they trade. */
public final class Fees {

  /** For the order that was there first. */
  public static final BigDecimal MAKER = new BigDecimal("0.0016");

  /** For the order that came and matched. */
  public static final BigDecimal TAKER = new BigDecimal("0.0026");

  private Fees() {}

  /** A rate as the published percentage: 0.26 for 0.0026. */
  public static BigDecimal percentage(BigDecimal rate) {
    return rate.movePointRight(2);
  }
}
