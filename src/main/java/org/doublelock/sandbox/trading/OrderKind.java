package org.doublelock.sandbox.trading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** At what price an order trades: at its own or better, or at whatever there is. */
public enum OrderKind {
  LIMIT,
  MARKET;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<OrderKind> fromCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
