package org.doublelock.sandbox.trading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way an order trades. */
public enum Side {
  BUY,
  SELL;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }

  public static Optional<Side> fromCode(String code) {
    return Arrays.stream(values()).filter(side -> side.code().equals(code)).findFirst();
  }
}
