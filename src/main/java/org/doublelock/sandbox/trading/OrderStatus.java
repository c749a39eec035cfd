package org.doublelock.sandbox.trading;

import java.util.List;
import java.util.Locale;

/** Where an order stands: before the book, in it, filled in full, or taken out before that. */
public enum OrderStatus {
  /** Outside the book, for a price or a time to come. */
  WAITING,
  OPEN,
  CLOSED,
  CANCELED,
  EXPIRED;

  /** Where nothing is decided yet. */
  static final List<OrderStatus> LIVE = List.of(WAITING, OPEN);

  boolean isLive() {
    return LIVE.contains(this);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
