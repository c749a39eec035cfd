package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.doublelock.account.AccountId;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.ledger.BalanceId;
import org.doublelock.sandbox.ledger.Ledger;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.Fees;

/** Places orders: reserves the funds, trades with the book, leaves the rest there or cancels it. */
final class OrderEntry {

  /** How many orders an account may have open in one pair. */
  static final int OPEN_ORDERS_LIMIT = 80;

  private final EntityManager database;
  private final Ledger ledger;
  private final Settlement settlement;

  OrderEntry(EntityManager database) {
    this.database = database;
    this.ledger = new Ledger(database);
    this.settlement = new Settlement(database, ledger);
  }

  /**
   * @throws FunctionFailure {@code EOrder:Insufficient funds}, {@code EOrder:Orders limit exceeded}
   */
  Order place(AccountId account, NewOrder asked, Instant now) {
    ledger.open(account, now);
    OrderBook book = OrderBook.lock(database, asked.pair());
    if (book.openOrdersOf(account) >= OPEN_ORDERS_LIMIT) {
      throw new FunctionFailure("EOrder:Orders limit exceeded");
    }
    Matching matching = Matching.of(account, asked, book.orders(asked.side().opposite()));
    lockBalances(account, asked.pair(), matching);
    if (asked.postOnly() && !matching.fills().isEmpty()) {
      return refused(account, asked, book, "Post only order", now);
    }
    Order order = reserve(account, asked, book, matching, now);
    matching.cancelled().forEach(own -> settlement.cancel(own, "Self trade prevention", now));
    matching.fills().forEach(fill -> settlement.trade(order, fill, book.market(), now));
    if (order.isOpen() && (matching.stopped() || !asked.rests())) {
      settlement.cancel(order, whyNotInBook(asked, matching), now);
    }
    return order;
  }

  private void lockBalances(AccountId account, AssetPair pair, Matching matching) {
    List<AccountId> accounts = new ArrayList<>(List.of(account));
    matching.fills().forEach(fill -> accounts.add(fill.resting().account()));
    List<BalanceId> balances = new ArrayList<>();
    for (AccountId each : accounts) {
      balances.add(new BalanceId(each.value(), pair.base().id()));
      balances.add(new BalanceId(each.value(), pair.quote().id()));
    }
    ledger.lock(balances);
  }

  private Order refused(
      AccountId account, NewOrder asked, OrderBook book, String reason, Instant now) {
    Order order = new Order(account, asked, book.market().nextOrder(), BigDecimal.ZERO, now);
    order.cancel(reason, now);
    database.persist(order);
    return order;
  }

  private Order reserve(
      AccountId account, NewOrder asked, OrderBook book, Matching matching, Instant now) {
    BigDecimal needed = needed(asked, matching);
    Order order = new Order(account, asked, book.market().nextOrder(), needed, now);
    if (!ledger.locked(account, order.reservedAsset()).covers(needed)) {
      throw new FunctionFailure("EOrder:Insufficient funds");
    }
    database.persist(order);
    settlement.reserve(order, needed, now);
    return order;
  }

  /** A limit order needs all it can come to cost; a market order that buys, what it will cost. */
  private static BigDecimal needed(NewOrder asked, Matching matching) {
    if (asked.kind() == OrderKind.MARKET && asked.side() == Side.BUY) {
      return matching.cost().add(matching.fees(Fees.TAKER));
    }
    return Order.reserve(asked.pair(), asked.side(), asked.price(), asked.volume());
  }

  private static String whyNotInBook(NewOrder asked, Matching matching) {
    if (matching.stopped()) {
      return "Self trade prevention";
    }
    return asked.kind() == OrderKind.MARKET ? "Insufficient liquidity" : "Immediate or cancel";
  }
}
