package org.doublelock.activity;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.doublelock.Transactions;

/** The security events without a container. */
public final class EventsOn {

  private EventsOn() {}

  /** Writes into the transaction that the caller is in. */
  public static SecurityEvents recorder(Transactions transactions) {
    return recorder(transactions, event -> {});
  }

  /** The same, and tells of each event in its transaction. */
  public static SecurityEvents recorder(
      Transactions transactions, Consumer<SecurityEvent> observer) {
    return new SecurityEvents(transactions.entities(), Clock.systemUTC(), observer);
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
                .flatMap(row -> EventKind.of(row.event().code()).stream())
                .toList());
  }
}
