package org.doublelock.sandbox.trading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long an order stays in the book. */
public enum TimeInForce {
  /** Until it is cancelled. */
  GTC,
  /** Not at all: what is not filled at once is cancelled. */
  IOC,
  /** Not at all, and all of it is filled at once or nothing is. */
  FOK,
  /** Until its end. */
  GTD;

  boolean rests() {
    return this == GTC || this == GTD;
  }

  public static Optional<TimeInForce> fromCode(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(time -> time.name().equals(upper)).findFirst();
  }
}
