package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.doublelock.account.AccountId;
import org.doublelock.function.Arguments;
import org.doublelock.sandbox.HistoryWindow;

/** Reads an account's orders, the newest first. */
record Orders(EntityManager database, AccountId account) {

  private static final String CLOSED =
      "from ExchangeOrder o where o.account = :account and o.status not in :live"
          + " and o.closedAt > :permittedAfter and o.closedAt <= :permittedUntil and ";

  List<Order> open(OrderFilter filter) {
    TypedQuery<Order> query =
        database
            .createQuery(
                "from ExchangeOrder o where o.account = :account and o.status in :live"
                    + filter.condition()
                    + " order by o.openedAt desc, o.sequence desc, o.id",
                Order.class)
            .setParameter("account", account.value())
            .setParameter("live", OrderStatus.LIVE);
    filter.bind(query);
    return query.getResultList();
  }

  List<Order> closed(
      HistoryWindow window, HistoryWindow permitted, CloseTime by, OrderFilter filter) {
    return closedQuery("", Order.class, window, permitted, by, filter)
        .setFirstResult(window.offset())
        .setMaxResults(HistoryWindow.PAGE)
        .getResultList();
  }

  long countClosed(
      HistoryWindow window, HistoryWindow permitted, CloseTime by, OrderFilter filter) {
    return closedQuery("select count(o) ", Long.class, window, permitted, by, filter)
        .getSingleResult();
  }

  private <T> TypedQuery<T> closedQuery(
      String select,
      Class<T> result,
      HistoryWindow window,
      HistoryWindow permitted,
      CloseTime by,
      OrderFilter filter) {
    String newestFirst = select.isEmpty() ? " order by o.closedAt desc, o.sequence desc, o.id" : "";
    TypedQuery<T> query =
        database
            .createQuery(
                select + CLOSED + by.condition() + filter.condition() + newestFirst, result)
            .setParameter("account", account.value())
            .setParameter("live", OrderStatus.LIVE)
            .setParameter("permittedAfter", permitted.after())
            .setParameter("permittedUntil", permitted.until())
            .setParameter("after", window.after())
            .setParameter("until", window.until());
    filter.bind(query);
    return query;
  }

  List<Order> withIds(Collection<String> ids) {
    return database
        .createQuery(
            "from ExchangeOrder o where o.account = :account and o.id in :ids", Order.class)
        .setParameter("account", account.value())
        .setParameter("ids", ids)
        .getResultList();
  }

  /** An order that is not over. */
  Optional<Order> live(String id) {
    return withIds(List.of(id)).stream().filter(order -> order.status().isLive()).findFirst();
  }

  /** The id of the order that is not over and has this id of the client. */
  Optional<String> liveByClientId(String id) {
    return open(new OrderFilter(Optional.empty(), Optional.of(id))).stream()
        .map(Order::id)
        .findFirst();
  }

  /** Whether an order that is not over has this id of the client. */
  boolean isInUse(String clientOrderId) {
    return !open(new OrderFilter(Optional.empty(), Optional.of(clientOrderId))).isEmpty();
  }

  /** The average prices of the orders that traded, each the price of its trades. */
  Map<String, BigDecimal> averagePrices(List<Order> orders) {
    if (orders.isEmpty()) {
      return Map.of();
    }
    return database
        .createQuery(
            "select t.order, sum(t.price * t.volume), sum(t.volume) from ExchangeTrade t"
                + " where t.order in :orders group by t.order",
            Object[].class)
        .setParameter("orders", orders.stream().map(Order::id).toList())
        .getResultStream()
        .collect(
            Collectors.toMap(
                row -> (String) row[0],
                row -> AveragePrice.of((BigDecimal) row[1], (BigDecimal) row[2])));
  }

  /** When an order was opened, if it is one of those that may be queried. */
  Optional<Instant> timeOf(String id, Predicate<Order> queryable) {
    return withIds(List.of(id)).stream().filter(queryable).map(Order::openedAt).findFirst();
  }

  /** The ids of the orders' trades, the oldest first, when the client asks for {@code trades}. */
  Optional<Map<String, List<String>>> tradesIfAsked(List<Order> orders, Arguments arguments) {
    return arguments.flag("trades") ? Optional.of(tradesOf(orders)) : Optional.empty();
  }

  private Map<String, List<String>> tradesOf(List<Order> orders) {
    if (orders.isEmpty()) {
      return Map.of();
    }
    return database
        .createQuery(
            "select t.order, t.id from ExchangeTrade t where t.order in :orders order by t.number",
            Object[].class)
        .setParameter("orders", orders.stream().map(Order::id).toList())
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> (String) row[0],
                Collectors.mapping(row -> (String) row[1], Collectors.toList())));
  }
}
