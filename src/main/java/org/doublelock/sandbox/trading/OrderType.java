package org.doublelock.sandbox.trading;

import java.util.Optional;
import org.doublelock.edge.Coded;

/** The published kinds of orders: what each trades as, and what it waits for before. */
public enum OrderType implements Coded {
  LIMIT(OrderKind.LIMIT, Waits.NOT),
  MARKET(OrderKind.MARKET, Waits.NOT),
  ICEBERG(OrderKind.LIMIT, Waits.NOT),
  STOP_LOSS(OrderKind.MARKET, Waits.FOR_WORSE),
  STOP_LOSS_LIMIT(OrderKind.LIMIT, Waits.FOR_WORSE),
  TAKE_PROFIT(OrderKind.MARKET, Waits.FOR_BETTER),
  TAKE_PROFIT_LIMIT(OrderKind.LIMIT, Waits.FOR_BETTER),
  TRAILING_STOP(OrderKind.MARKET, Waits.FOR_A_TURN),
  TRAILING_STOP_LIMIT(OrderKind.LIMIT, Waits.FOR_A_TURN);

  /** What the last price has to do, seen by whoever placed the order. */
  private enum Waits {
    NOT,
    FOR_WORSE,
    FOR_BETTER,
    FOR_A_TURN
  }

  private final OrderKind kind;
  private final Waits waits;

  OrderType(OrderKind kind, Waits waits) {
    this.kind = kind;
    this.waits = waits;
  }

  /** How it trades, once it does. */
  OrderKind kind() {
    return kind;
  }

  boolean isConditional() {
    return waits != Waits.NOT;
  }

  boolean isTrailing() {
    return waits == Waits.FOR_A_TURN;
  }

  boolean hasLimit() {
    return kind == OrderKind.LIMIT;
  }

  /**
   * Which way the last price has to go; a falling one is worse for a seller, better for a buyer.
   */
  Trigger.When when(Side side) {
    boolean falls = (side == Side.SELL) == (waits != Waits.FOR_BETTER);
    return falls ? Trigger.When.FALLS : Trigger.When.RISES;
  }

  /** As the published description of an order has it, such as {@code stop loss}. */
  String inWords() {
    String words = code().replace('-', ' ');
    return isConditional() ? words.replaceFirst(" limit$", "") : words;
  }

  public static Optional<OrderType> fromCode(String code) {
    return Coded.among(values(), code);
  }
}
