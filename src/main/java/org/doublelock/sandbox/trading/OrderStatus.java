package org.doublelock.sandbox.trading;

import java.util.Locale;

/** Where an order stands: in the book, filled in full, or taken out before that. */
public enum OrderStatus {
  OPEN,
  CLOSED,
  CANCELED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
