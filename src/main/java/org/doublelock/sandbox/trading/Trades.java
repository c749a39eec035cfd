package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.function.Arguments;
import org.doublelock.sandbox.HistoryWindow;
import org.doublelock.sandbox.ledger.Ledger;

/** Reads an account's trades, the newest first. */
record Trades(EntityManager database, AccountId account) {

  List<Trade> page(HistoryWindow window) {
    return database
        .createQuery(
            "from ExchangeTrade t where t.account = :account and t.at > :after and t.at <= :until"
                + " order by t.at desc, t.number desc, t.id",
            Trade.class)
        .setParameter("account", account.value())
        .setParameter("after", window.after())
        .setParameter("until", window.until())
        .setFirstResult(window.offset())
        .setMaxResults(HistoryWindow.PAGE)
        .getResultList();
  }

  long count(HistoryWindow window) {
    return database
        .createQuery(
            "select count(t) from ExchangeTrade t where t.account = :account and t.at > :after"
                + " and t.at <= :until",
            Long.class)
        .setParameter("account", account.value())
        .setParameter("after", window.after())
        .setParameter("until", window.until())
        .getSingleResult();
  }

  /** When a trade was made; a trade outside the permitted dates is as one that is not there. */
  Optional<Instant> timeOf(String id, HistoryWindow permitted) {
    return database
        .createQuery(
            "select t.at from ExchangeTrade t where t.account = :account and t.id = :id",
            Instant.class)
        .setParameter("account", account.value())
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .filter(permitted::contains);
  }

  List<Trade> withIds(Collection<String> ids) {
    return database
        .createQuery(
            "from ExchangeTrade t where t.account = :account and t.id in :ids"
                + " order by t.at desc, t.number desc, t.id",
            Trade.class)
        .setParameter("account", account.value())
        .setParameter("ids", ids)
        .getResultList();
  }

  /** The ids of the trades' ledger entries, when the client asks for {@code ledgers}. */
  Optional<Map<String, List<String>>> ledgersIfAsked(List<Trade> trades, Arguments arguments) {
    return arguments.flag("ledgers")
        ? Optional.of(Ledger.entriesOf(database, account, trades.stream().map(Trade::id).toList()))
        : Optional.empty();
  }
}
