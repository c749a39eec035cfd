package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.sandbox.House;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;

/** The house's own orders in one pair: a few rows that stay and are moved, whatever time passes. */
public final class HouseBook {

  /** What the house offers at one price. */
  public record Quote(Side side, BigDecimal price, BigDecimal volume) {}

  /**
   * What the house does at a step.
   *
   * @param taker which way the trade goes that keeps the market moving
   */
  public record Quotes(List<Quote> quotes, Side taker, BigDecimal traded) {}

  private final EntityManager database;
  private final AssetPair pair;

  public HouseBook(EntityManager database, AssetPair pair) {
    this.database = database;
    this.pair = pair;
  }

  /** The pairs that have stood for a step, as far as can be told without their locks. */
  public static List<AssetPair> due(EntityManager database, Duration step, Instant now) {
    return database
        .createQuery(
            "select m.pair from Market m where m.movedAt is null or m.movedAt <= :before"
                + " order by m.pair",
            String.class)
        .setParameter("before", now.minus(step))
        .getResultStream()
        .map(AssetPairs::byId)
        .toList();
  }

  /** Moves the pair unless another node just has; tells whether it did. */
  public boolean move(Quotes quotes, Duration step, Duration kept, Instant now) {
    OrderBook book = OrderBook.lock(database, pair);
    database.refresh(book.market());
    if (!book.market().hasStood(step, now)) {
      return false;
    }
    book.market().moved(now);
    withdraw();
    database.flush();
    Execution execution = new Execution(database, book);
    execution.lock(House.ACCOUNT, allFills(quotes, execution, now));
    List<Order> idle = new ArrayList<>(own(OrderStatus.CLOSED));
    for (Quote quote : quotes.quotes()) {
      place(quote, idle, book, execution, now);
    }
    trade(quotes, book, now);
    book.trail();
    forget(now.minus(kept));
    return true;
  }

  /** What all quotes meet together, so that the balances of others are locked in one go. */
  private static List<Fill> allFills(Quotes quotes, Execution execution, Instant now) {
    List<Fill> fills = new ArrayList<>();
    for (Side side : Side.values()) {
      List<Quote> own = quotes.quotes().stream().filter(quote -> quote.side() == side).toList();
      Comparator<BigDecimal> furthest =
          side == Side.BUY ? Comparator.naturalOrder() : Comparator.reverseOrder();
      own.stream()
          .map(Quote::price)
          .max(furthest)
          .map(price -> together(side, price, own))
          .ifPresent(all -> fills.addAll(execution.match(all, now).fills()));
    }
    return fills;
  }

  private static Incoming together(Side side, BigDecimal price, List<Quote> quotes) {
    BigDecimal all = quotes.stream().map(Quote::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Incoming(
        House.ACCOUNT,
        side,
        OrderKind.LIMIT,
        price,
        Optional.of(all),
        Optional.empty(),
        SelfTradePrevention.CANCEL_OLDEST);
  }

  /** Out of the book, so that the house's next orders do not meet its last ones. */
  private void withdraw() {
    own(OrderStatus.OPEN).forEach(Order::withdraw);
  }

  private List<Order> own(OrderStatus status) {
    return database
        .createQuery(
            "from ExchangeOrder o where o.account = :house and o.pair = :pair"
                + " and o.status = :status order by o.id",
            Order.class)
        .setParameter("house", House.ACCOUNT.value())
        .setParameter("pair", pair.id())
        .setParameter("status", status)
        .getResultList();
  }

  /** What of it meets orders of others trades with them; the rest stands. */
  private void place(
      Quote quote, List<Order> idle, OrderBook book, Execution execution, Instant now) {
    Order order =
        idle.stream()
            .filter(each -> each.side() == quote.side())
            .findFirst()
            .orElseGet(() -> make(quote, book, now));
    idle.remove(order);
    order.quote(quote.price(), quote.volume(), book.market().nextOrder());
    Matching matching = execution.match(order.incoming(), now);
    execution.carryOut(order, matching, now);
    database.flush();
  }

  private Order make(Quote quote, OrderBook book, Instant now) {
    OrderPrices prices =
        new OrderPrices(quote.price(), Optional.empty(), Optional.empty(), Optional.empty());
    NewOrder asked =
        new NewOrder(
            pair,
            quote.side(),
            OrderType.LIMIT,
            prices,
            quote.volume(),
            Optional.empty(),
            Set.of(),
            TimeInForce.GTC,
            Lifetime.UNBOUNDED,
            SelfTradePrevention.CANCEL_OLDEST,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Order order = new Order(House.ACCOUNT, asked, quote.volume(), book.market().nextOrder(), now);
    database.persist(order);
    return order;
  }

  /** The house with itself, at the best price of the side that gives; nothing changes hands. */
  private void trade(Quotes quotes, OrderBook book, Instant now) {
    Optional<Order> maker =
        own(OrderStatus.OPEN).stream()
            .filter(order -> order.side() == quotes.taker().opposite())
            .min(
                (one, other) ->
                    quotes.taker() == Side.BUY
                        ? one.price().compareTo(other.price())
                        : other.price().compareTo(one.price()));
    maker.ifPresent(
        order -> {
          Fill fill = Fill.of(order, quotes.traded());
          long number = book.market().nextTrade(fill.price());
          database.persist(new Trade(order, fill, number, BigDecimal.ZERO, true, now));
        });
  }

  /** Trades that nobody but the house had. */
  private void forget(Instant before) {
    database
        .createQuery(
            "delete from ExchangeTrade t where t.pair = :pair and t.account = :house"
                + " and t.at < :before and not exists (select 1 from ExchangeTrade other"
                + " where other.pair = t.pair and other.number = t.number"
                + " and other.account <> :house)")
        .setParameter("pair", pair.id())
        .setParameter("house", House.ACCOUNT.value())
        .setParameter("before", before)
        .executeUpdate();
  }
}
