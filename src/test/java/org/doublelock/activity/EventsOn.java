package org.doublelock.activity;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.doublelock.Transactions;

/** The security events without a container. */
public final class EventsOn {

  private EventsOn() {}

  /** Writes into the transaction that the caller is in. */
  public static SecurityEvents recorder(Transactions transactions) {
    return new SecurityEvents(transactions.entities(), Clock.systemUTC(), event -> {});
  }

  /** What was recorded for an account, oldest first. */
  public static List<EventKind> kinds(Transactions transactions, UUID account) {
    return transactions.in(
        () ->
            transactions
                .entities()
                .createQuery(
                    "select e from SecurityEventRow e where e.accountId = :account order by e.id",
                    SecurityEventRow.class)
                .setParameter("account", account)
                .getResultStream()
                .map(row -> row.event().kind())
                .toList());
  }
}
