package org.doublelock.sandbox.trading;

import java.util.Optional;
import org.doublelock.edge.Coded;

/** What happens when an order would trade with another one of the same account: never a trade. */
public enum SelfTradePrevention implements Coded {
  /** The order that came cancels what is left of it. The default. */
  CANCEL_NEWEST,
  /** The order in the book is cancelled, and the one that came goes on. */
  CANCEL_OLDEST,
  CANCEL_BOTH;

  boolean cancelsTheOlder() {
    return this != CANCEL_NEWEST;
  }

  boolean cancelsTheNewer() {
    return this != CANCEL_OLDEST;
  }

  public static Optional<SelfTradePrevention> fromCode(String code) {
    return Coded.among(values(), code);
  }
}
