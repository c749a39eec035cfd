package org.doublelock.sandbox.trading;

import java.util.List;
import org.doublelock.edge.Coded;

/** Where an order stands: before the book, in it, filled in full, or taken out before that. */
public enum OrderStatus implements Coded {
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
}
