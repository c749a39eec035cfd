package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.account.AccountId;
import org.doublelock.edge.DatabaseOutage;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;

/**
 * Orders whose time has come: those that are over, and those that waited for a time or for the last
 * price. Each is seen to in a transaction of its own, since each locks the balances of others.
 */
public record DueOrders(Exchange exchange) {

  private static final Logger LOG = Logger.getLogger(DueOrders.class.getName());

  /** How many one call sees to at most; the next one goes on. */
  private static final int MAX = 100;

  private static final String DUE =
      "(o.status in :live and o.conditions.expiresAt <= :now or o.status = :waiting"
          + " and (o.conditions.startsAt is null or o.conditions.startsAt <= :now)"
          + " and (o.conditions.triggerPrice is null"
          + " or o.conditions.triggerWhen = :rises and o.conditions.triggerPrice <= :last"
          + " or o.conditions.triggerWhen = :falls and o.conditions.triggerPrice >= :last))";

  /** What may be due: accounts to be emptied of orders, and pairs to look at. */
  private record Due(List<UUID> accounts, List<AssetPair> pairs) {}

  /**
   * Sees to an account's orders, of all pairs, for a call of it, which goes on whatever becomes of
   * one of them.
   *
   * @throws RuntimeException where the database is not to be had
   */
  void settle(AccountId account, Instant now) {
    Optional<RuntimeException> failed = failing(Optional.of(account), now);
    failed
        .filter(DatabaseOutage::isBehind)
        .ifPresent(
            outage -> {
              throw outage;
            });
    tell(failed);
  }

  /**
   * Sees to everybody's.
   *
   * @throws RuntimeException what failed first, once all others have been seen to; at once where
   *     the database is not to be had
   */
  public void settle(Instant now) {
    failing(Optional.empty(), now)
        .ifPresent(
            failed -> {
              throw failed;
            });
  }

  /** Sees to the orders of a pair, for a call that is done. */
  void settle(AssetPair pair, Instant now) {
    tell(failing(List.of(() -> settlePair(pair, now))));
  }

  private Optional<RuntimeException> failing(Optional<AccountId> account, Instant now) {
    Due due =
        exchange.perform(
            database ->
                new Due(CancelAfter.due(database, account, now), pairs(database, account, now)));
    List<Runnable> steps = new ArrayList<>();
    due.accounts()
        .forEach(
            id ->
                steps.add(() -> exchange.perform(database -> CancelAfter.fire(database, id, now))));
    due.pairs().forEach(pair -> steps.add(() -> settlePair(pair, now)));
    return failing(steps);
  }

  /** Takes each of the steps, whatever becomes of those before it; answers what failed first. */
  private static Optional<RuntimeException> failing(List<Runnable> steps) {
    RuntimeException first = null;
    for (Runnable step : steps) {
      try {
        step.run();
      } catch (RuntimeException failed) {
        if (DatabaseOutage.isBehind(failed)) {
          return Optional.of(failed); // the others would wait for it as well
        }
        first = first == null ? failed : first;
      }
    }
    return Optional.ofNullable(first);
  }

  private static void tell(Optional<RuntimeException> failed) {
    failed.ifPresent(each -> LOG.log(Level.WARNING, "an order that is due stays so", each));
  }

  /** Until the last price releases no more; one that fails is passed over. */
  private void settlePair(AssetPair pair, Instant now) {
    Set<String> failed = new HashSet<>(Set.of("")); // no id is empty, and no list may be
    RuntimeException first = null;
    for (int done = 0; done < MAX; done++) {
      Optional<String> id = exchange.perform(database -> next(database, pair, failed, now));
      if (id.isEmpty()) {
        break;
      }
      try {
        exchange.perform(database -> new Release(database, pair).of(id.get(), now));
      } catch (RuntimeException each) {
        if (DatabaseOutage.isBehind(each)) {
          throw each;
        }
        failed.add(id.get());
        first = first == null ? each : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /** The pairs in which something may be due. */
  private static List<AssetPair> pairs(
      EntityManager database, Optional<AccountId> account, Instant now) {
    var query =
        database
            .createQuery(
                "select distinct o.pair from ExchangeOrder o where o.pair in :pairs"
                    + " and o.status in :live"
                    + " and (o.status = :waiting or o.conditions.expiresAt <= :now)"
                    + (account.isPresent() ? " and o.account = :account" : ""),
                String.class)
            .setParameter("pairs", AssetPairs.all().stream().map(AssetPair::id).toList())
            .setParameter("live", OrderStatus.LIVE)
            .setParameter("waiting", OrderStatus.WAITING)
            .setParameter("now", now);
    account.ifPresent(id -> query.setParameter("account", id.value()));
    return query.getResultList().stream().map(AssetPairs::byId).toList();
  }

  private static Optional<String> next(
      EntityManager database, AssetPair pair, Set<String> failed, Instant now) {
    BigDecimal last = new Valuation(database).price(pair);
    return database
        .createQuery(
            "select o.id from ExchangeOrder o where o.pair = :pair and o.id not in :failed and "
                + DUE
                + " order by o.sequence",
            String.class)
        .setParameter("pair", pair.id())
        .setParameter("failed", failed)
        .setParameter("live", OrderStatus.LIVE)
        .setParameter("waiting", OrderStatus.WAITING)
        .setParameter("rises", Trigger.When.RISES)
        .setParameter("falls", Trigger.When.FALLS)
        .setParameter("now", now)
        .setParameter("last", last)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
