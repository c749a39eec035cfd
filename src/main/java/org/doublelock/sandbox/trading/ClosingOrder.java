package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.doublelock.function.FunctionFailure;

/** The order that follows a filled one, where one was asked for. */
final class ClosingOrder {

  private ClosingOrder() {}

  /**
   * The other side of what was executed. Its prices are measured from the last price; where that
   * leaves none that is right, nothing follows.
   */
  static Optional<NewOrder> after(Order order, BigDecimal last) {
    return order.close().flatMap(close -> asked(order, close, last));
  }

  private static Optional<NewOrder> asked(Order order, CloseOrder close, BigDecimal last) {
    Side side = order.side().opposite();
    try {
      OrderPrices prices = close.prices(order.pair(), side, last);
      return Optional.of(
          new NewOrder(
              order.pair(),
              side,
              close.type(),
              prices,
              order.executed(),
              Optional.empty(),
              Set.of(),
              TimeInForce.GTC,
              Lifetime.UNBOUNDED,
              SelfTradePrevention.CANCEL_NEWEST,
              Optional.empty(),
              order.userref(),
              Optional.empty()));
    } catch (FunctionFailure noPrice) {
      return Optional.empty();
    }
  }
}
