package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.ledger.Ledger;
import org.doublelock.sandbox.market.AssetPair;

/** Places orders: in the book of their pair, or outside it while they wait. */
final class OrderEntry {

  /** How many orders an account may have open in one pair. */
  static final int OPEN_ORDERS_LIMIT = 80;

  private final EntityManager database;

  OrderEntry(EntityManager database) {
    this.database = database;
  }

  /**
   * @throws FunctionFailure {@code EOrder:Insufficient funds}, {@code EOrder:Orders limit
   *     exceeded}, {@code EOrder:Duplicate order}
   */
  Order place(AccountId account, NewOrder asked, Instant now) {
    return place(account, asked, Optional.empty(), now);
  }

  /**
   * Places an order instead of another one of the same pair, which is cancelled with it or not at
   * all.
   *
   * @throws FunctionFailure as {@link #place}; {@code EOrder:Unknown order}
   */
  Order replace(AccountId account, String id, NewOrder asked, Instant now) {
    return place(account, asked, Optional.of(id), now);
  }

  private Order place(AccountId account, NewOrder whole, Optional<String> replaced, Instant now) {
    new Ledger(database).open(account, now);
    OrderBook book = OrderBook.lock(database, whole.pair());
    Optional<Order> older =
        replaced.map(
            id ->
                new Orders(database, account)
                    .live(id)
                    .filter(order -> order.pair().equals(whole.pair()))
                    .orElseThrow(() -> new FunctionFailure("EOrder:Unknown order")));
    NewOrder asked = older.map(order -> whole.less(order.executed())).orElse(whole);
    if (older.isEmpty() && book.openOrdersOf(account) >= OPEN_ORDERS_LIMIT) {
      throw new FunctionFailure("EOrder:Orders limit exceeded");
    }
    Execution execution = new Execution(database, book);
    Matching matching =
        asked.waits(now) ? Matching.NONE : execution.match(Incoming.of(account, asked), now);
    execution.lock(account, matching.fills());
    older.ifPresent(order -> execution.cancel(order, "Order replaced", now));
    refuseDuplicate(account, asked);
    BigDecimal volume = volume(asked, matching, book.lastPrice());
    Order order = new Order(account, asked, volume, book.market().nextOrder(), now);
    if (asked.waits(now)) {
      return waiting(order, execution);
    }
    Optional<String> refusal = Execution.refusal(asked.postOnly(), asked.timeInForce(), matching);
    if (refusal.isPresent()) {
      order.cancel(refusal.get(), now);
      database.persist(order);
      return order;
    }
    database.persist(order);
    execution.reserve(order, execution.needed(order, matching), now);
    execution.carryOut(order, matching, now);
    return order;
  }

  /** Nothing is held for it while it waits; that it could be paid for now is asked all the same. */
  private Order waiting(Order order, Execution execution) {
    boolean buysAtAnyPrice = order.kind() == OrderKind.MARKET && order.side() == Side.BUY;
    if (!buysAtAnyPrice && !execution.covers(order, order.needed(order.volume()))) {
      throw new FunctionFailure("EOrder:Insufficient funds");
    }
    database.persist(order);
    return order;
  }

  /** The volume of the base asset; of a budget what it buys, or would at the last price. */
  private static BigDecimal volume(NewOrder asked, Matching matching, BigDecimal last) {
    if (!asked.volumeInQuote()) {
      return asked.volume();
    }
    return matching.volume().signum() > 0
        ? matching.volume()
        : asked
            .volume()
            .divide(last, AssetPair.LOT_DECIMALS, RoundingMode.DOWN)
            .max(BigDecimal.ONE.movePointLeft(AssetPair.LOT_DECIMALS));
  }

  /** Under the account's own lock, so that two calls at once do not both find the id unused. */
  private void refuseDuplicate(AccountId account, NewOrder asked) {
    if (asked.clientOrderId().filter(new Orders(database, account)::isInUse).isPresent()) {
      throw new FunctionFailure("EOrder:Duplicate order");
    }
  }
}
