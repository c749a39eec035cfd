package org.doublelock.activity;

import java.time.Clock;
import org.doublelock.Transactions;

/** The security events without a container. */
public final class EventsOn {

  private EventsOn() {}

  /** Writes into the transaction that the caller is in. */
  public static SecurityEvents recorder(Transactions transactions) {
    return new SecurityEvents(transactions.entities(), Clock.systemUTC(), event -> {});
  }
}
