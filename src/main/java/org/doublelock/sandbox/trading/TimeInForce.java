package org.doublelock.sandbox.trading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long an order stays in the book: until cancelled, or not at all. */
public enum TimeInForce {
  GTC,
  IOC;

  public static Optional<TimeInForce> fromCode(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(time -> time.name().equals(upper)).findFirst();
  }
}
