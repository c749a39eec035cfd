package org.doublelock.unlocking;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How exactly amounts are counted. */
public final class LeaseAmounts {

  /** Decimals that are kept. */
  public static final int DECIMALS = 10;

  private LeaseAmounts() {}

  /** What a call takes from the bound: what it moves, never less. */
  public static BigDecimal taken(BigDecimal moved) {
    return moved.setScale(DECIMALS, RoundingMode.UP);
  }
}
