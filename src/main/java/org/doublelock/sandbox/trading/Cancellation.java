package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.ledger.BalanceId;
import org.doublelock.sandbox.ledger.Ledger;
import org.doublelock.sandbox.market.AssetPairs;

/** Takes an account's orders out of the books. */
final class Cancellation {

  private static final String REASON = "User requested";

  private final EntityManager database;
  private final Ledger ledger;

  Cancellation(EntityManager database) {
    this.database = database;
    this.ledger = new Ledger(database);
  }

  /** Cancels all open orders of an account; returns how many there were. */
  int all(AccountId account, Instant now) {
    return cancel(account, "", Map.of(), now);
  }

  /** Cancels the order with this id if it is open; returns how many were. */
  int byId(AccountId account, String id, Instant now) {
    return cancel(account, " and o.id = :id", Map.of("id", id), now);
  }

  int byUserref(AccountId account, int userref, Instant now) {
    return cancel(account, " and o.userref = :userref", Map.of("userref", userref), now);
  }

  int byClientOrderId(AccountId account, String id, Instant now) {
    return cancel(account, " and o.clientOrderId = :id", Map.of("id", id), now);
  }

  /** Cancels those that are open of so many; ids that are numbers are the client's userrefs. */
  int batch(AccountId account, Set<String> ids, Set<String> clientIds, Instant now) {
    List<Integer> userrefs = ids.stream().map(Userref::read).flatMap(Optional::stream).toList();
    return cancel(
        account,
        " and (o.id in :ids or o.userref in :userrefs or o.clientOrderId in :own)",
        Map.of("ids", ids, "userrefs", userrefs, "own", clientIds),
        now);
  }

  // The orders are read only after their books are locked: until then they may still trade.
  private int cancel(AccountId account, String condition, Map<String, Object> values, Instant now) {
    TreeSet<String> pairs =
        new TreeSet<>(query("select distinct o.pair ", String.class, account, condition, values));
    Map<String, Market> markets = new HashMap<>();
    pairs.forEach(
        pair -> markets.put(pair, OrderBook.lock(database, AssetPairs.byId(pair)).market()));
    List<Order> orders =
        query("", Order.class, account, condition, values).stream()
            .filter(order -> pairs.contains(order.pair().id()))
            .toList();
    ledger.lock(
        orders.stream()
            .map(order -> new BalanceId(account.value(), order.reservedAsset().id()))
            .collect(Collectors.toSet()));
    orders.forEach(
        order ->
            new Settlement(database, ledger, markets.get(order.pair().id()))
                .cancel(order, REASON, now));
    return orders.size();
  }

  private <T> List<T> query(
      String select,
      Class<T> result,
      AccountId account,
      String condition,
      Map<String, Object> values) {
    var query =
        database
            .createQuery(
                select
                    + "from ExchangeOrder o where o.account = :account and o.status in :live"
                    + condition,
                result)
            .setParameter("account", account.value())
            .setParameter("live", OrderStatus.LIVE);
    values.forEach(query::setParameter);
    return query.getResultList();
  }
}
