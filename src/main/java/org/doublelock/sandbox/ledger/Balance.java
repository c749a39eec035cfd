package org.doublelock.sandbox.ledger;

import java.math.BigDecimal;

/** How much of an asset an account can use, and how much its open orders reserve. */
public record Balance(BigDecimal available, BigDecimal held) {

  public static final Balance NONE = new Balance(BigDecimal.ZERO, BigDecimal.ZERO);

  public BigDecimal total() {
    return available.add(held);
  }

  public boolean covers(BigDecimal amount) {
    return available.compareTo(amount) >= 0;
  }
}
