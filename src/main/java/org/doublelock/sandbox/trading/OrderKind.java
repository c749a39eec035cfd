package org.doublelock.sandbox.trading;

import org.doublelock.edge.Coded;

/** At what price an order trades: at its own or better, or at whatever there is. */
public enum OrderKind implements Coded {
  LIMIT,
  MARKET
}
