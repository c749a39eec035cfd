package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.doublelock.account.AccountId;
import org.doublelock.sandbox.market.AssetPair;

/** One pair's open orders, locked for the rest of the transaction. */
final class OrderBook {

  private static final int PAGE = 50;

  private final EntityManager database;
  private final AssetPair pair;
  private final Market market;

  private OrderBook(EntityManager database, AssetPair pair, Market market) {
    this.database = database;
    this.pair = pair;
    this.market = market;
  }

  /** Locks the pair's book; of several, those with the lower ids come first. */
  static OrderBook lock(EntityManager database, AssetPair pair) {
    Market market = database.find(Market.class, pair.id(), LockModeType.PESSIMISTIC_WRITE);
    if (market == null) {
      throw new IllegalStateException("the pair " + pair + " has no market");
    }
    return new OrderBook(database, pair, market);
  }

  Market market() {
    return market;
  }

  AssetPair pair() {
    return pair;
  }

  /** The last price, or the reference price of a pair that was never traded. */
  BigDecimal lastPrice() {
    return market.lastPrice().orElse(pair.referencePrice());
  }

  /** Lets the trailing orders that wait follow the last price. */
  void trail() {
    database
        .createQuery(
            "from ExchangeOrder o where o.pair = :pair and o.status = :waiting"
                + " and o.conditions.trail is not null",
            Order.class)
        .setParameter("pair", pair.id())
        .setParameter("waiting", OrderStatus.WAITING)
        .getResultList()
        .forEach(order -> order.conditions().follow(pair, lastPrice()));
  }

  /** The open orders of a side, those that trade first coming first. */
  Iterator<Order> orders(Side side, Instant now) {
    return IntStream.iterate(0, from -> from + PAGE)
        .mapToObj(from -> page(side, from, now))
        .takeWhile(page -> !page.isEmpty())
        .flatMap(List::stream)
        .iterator();
  }

  private List<Order> page(Side side, int from, Instant now) {
    String bestFirst = side == Side.SELL ? "asc" : "desc";
    return database
        .createQuery(
            "from ExchangeOrder o where o.pair = :pair and o.status = :open and o.side = :side"
                + " and (o.conditions.expiresAt is null or o.conditions.expiresAt > :now)"
                + " order by o.price "
                + bestFirst
                + ", o.sequence",
            Order.class)
        .setParameter("pair", pair.id())
        .setParameter("open", OrderStatus.OPEN)
        .setParameter("side", side)
        .setParameter("now", now)
        .setFirstResult(from)
        .setMaxResults(PAGE)
        .getResultList();
  }

  long openOrdersOf(AccountId account) {
    return database
        .createQuery(
            "select count(o) from ExchangeOrder o where o.pair = :pair and o.status in :live"
                + " and o.account = :account",
            Long.class)
        .setParameter("pair", pair.id())
        .setParameter("live", OrderStatus.LIVE)
        .setParameter("account", account.value())
        .getSingleResult();
  }
}
