package org.doublelock.sandbox.trading;

import java.util.Optional;
import org.doublelock.edge.Coded;

/** Which way an order trades. */
public enum Side implements Coded {
  BUY,
  SELL;

  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }

  public static Optional<Side> fromCode(String code) {
    return Coded.among(values(), code);
  }
}
