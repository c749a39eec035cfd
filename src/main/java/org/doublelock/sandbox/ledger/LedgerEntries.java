package org.doublelock.sandbox.ledger;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.HistoryWindow;
import org.doublelock.sandbox.market.Asset;

/** Reads an account's ledger, the newest entry first. */
record LedgerEntries(EntityManager database, AccountId account) {

  List<LedgerEntry> page(HistoryWindow window, Collection<Asset> assets, Set<EntryType> types) {
    return query(
            "", " order by e.at desc, e.sequence desc", LedgerEntry.class, window, assets, types)
        .setFirstResult(window.offset())
        .setMaxResults(HistoryWindow.PAGE)
        .getResultList();
  }

  long count(HistoryWindow window, Collection<Asset> assets, Set<EntryType> types) {
    return query("select count(e) ", "", Long.class, window, assets, types).getSingleResult();
  }

  private <T> TypedQuery<T> query(
      String select,
      String order,
      Class<T> result,
      HistoryWindow window,
      Collection<Asset> assets,
      Set<EntryType> types) {
    return database
        .createQuery(
            select
                + "from LedgerEntry e where e.account = :account and e.at > :after"
                + " and e.at <= :until and e.asset in :assets and e.type in :types"
                + order,
            result)
        .setParameter("account", account.value())
        .setParameter("after", window.after())
        .setParameter("until", window.until())
        .setParameter("assets", assets.stream().map(Asset::id).toList())
        .setParameter("types", types);
  }

  List<LedgerEntry> withIds(Collection<String> ids) {
    return database
        .createQuery(
            "from LedgerEntry e where e.account = :account and e.id in :ids"
                + " order by e.sequence desc",
            LedgerEntry.class)
        .setParameter("account", account.value())
        .setParameter("ids", ids)
        .getResultList();
  }

  /** When an entry was made; an entry outside the permitted dates is as one that is not there. */
  Optional<Instant> timeOf(String id, HistoryWindow permitted) {
    return withIds(List.of(id)).stream()
        .map(LedgerEntry::at)
        .filter(permitted::contains)
        .findFirst();
  }
}
