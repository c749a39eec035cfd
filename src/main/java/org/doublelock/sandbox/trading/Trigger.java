package org.doublelock.sandbox.trading;

import java.math.BigDecimal;

/** The last price that a waiting order is released by. */
record Trigger(BigDecimal price, When when) {

  /** Which way the last price comes to it. */
  enum When {
    RISES,
    FALLS
  }

  boolean isReached(BigDecimal last) {
    return when == When.RISES ? last.compareTo(price) >= 0 : last.compareTo(price) <= 0;
  }

  /** The trigger behind a price that moved on: it follows, and never goes back. */
  Trigger following(BigDecimal last, RelativePrice trail) {
    BigDecimal distance = trail.distance(last);
    BigDecimal moved =
        when == When.FALLS ? price.max(last.subtract(distance)) : price.min(last.add(distance));
    return new Trigger(moved, when);
  }
}
