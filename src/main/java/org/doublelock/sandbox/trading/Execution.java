package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.account.AccountId;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.House;
import org.doublelock.sandbox.ledger.BalanceId;
import org.doublelock.sandbox.ledger.Ledger;
import org.doublelock.sandbox.market.Assets;
import org.doublelock.sandbox.market.Fees;

/** What orders do at one locked book: match, reserve their funds, trade, stay or go. */
final class Execution {

  private final OrderBook book;
  private final Ledger ledger;
  private final Settlement settlement;

  Execution(EntityManager database, OrderBook book) {
    this.book = book;
    this.ledger = new Ledger(database);
    this.settlement = new Settlement(database, ledger, book.market());
  }

  Matching match(Incoming order, Instant now) {
    return Matching.of(order, book.orders(order.side().opposite(), now));
  }

  /** Locks all balances that the order and its fills touch, in one go. */
  void lock(AccountId account, List<Fill> fills) {
    Set<AccountId> accounts = new HashSet<>(Set.of(account));
    fills.forEach(fill -> accounts.add(fill.resting().account()));
    accounts.removeIf(House::is);
    Set<BalanceId> balances = new HashSet<>();
    for (AccountId each : accounts) {
      balances.add(new BalanceId(each.value(), book.pair().base().id()));
      balances.add(new BalanceId(each.value(), book.pair().quote().id()));
    }
    // The dollars are the account's own lock, for what holds over all its pairs.
    balances.add(new BalanceId(account.value(), Assets.USD.id()));
    if (House.is(account)) {
      balances.removeIf(each -> each.account().equals(account.value()));
    }
    ledger.lock(balances);
  }

  /** A limit order needs all it can come to cost; a market order that buys, what it will cost. */
  BigDecimal needed(Order order, Matching matching) {
    if (order.kind() == OrderKind.MARKET && order.side() == Side.BUY) {
      return matching.cost().add(matching.fees(Fees.TAKER));
    }
    return order.needed(order.volume());
  }

  boolean covers(Order order, BigDecimal amount) {
    return ledger.locked(order.account(), order.reservedAsset()).covers(amount);
  }

  /**
   * Holds this much for the order, what it holds already included.
   *
   * @throws FunctionFailure {@code EOrder:Insufficient funds}
   */
  void reserve(Order order, BigDecimal needed, Instant now) {
    BigDecimal change = needed.subtract(order.reserved());
    if (!covers(order, change)) {
      throw new FunctionFailure("EOrder:Insufficient funds");
    }
    order.reserve(needed);
    settlement.reserve(order, change, now);
  }

  /** Trades with the book; what is left stays there or is cancelled. */
  void carryOut(Order order, Matching matching, Instant now) {
    matching.cancelled().forEach(own -> settlement.cancel(own, "Self trade prevention", now));
    matching.fills().forEach(fill -> settlement.trade(order, fill, now));
    if (!matching.fills().isEmpty()) {
      book.trail();
    }
    if (order.isOpen() && (matching.stopped() || !order.rests())) {
      settlement.cancel(order, whyNotInBook(order, matching), now);
    }
  }

  void cancel(Order order, String reason, Instant now) {
    settlement.cancel(order, reason, now);
  }

  void expire(Order order, Instant now) {
    settlement.expire(order, now);
  }

  /** Why the order may not even begin, though it is a right one. */
  static Optional<String> refusal(boolean postOnly, TimeInForce time, Matching matching) {
    if (postOnly && !matching.fills().isEmpty()) {
      return Optional.of("Post only order");
    }
    return time == TimeInForce.FOK && !matching.isComplete()
        ? Optional.of("Fill or kill")
        : Optional.empty();
  }

  private static String whyNotInBook(Order order, Matching matching) {
    if (matching.stopped()) {
      return "Self trade prevention";
    }
    return order.kind() == OrderKind.MARKET ? "Insufficient liquidity" : "Immediate or cancel";
  }
}
