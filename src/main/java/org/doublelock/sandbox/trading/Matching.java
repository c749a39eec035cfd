package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.doublelock.sandbox.market.AssetPair;

/**
 * What happens when an order meets the book, before any of it has happened.
 *
 * @param fills the trades, in their order
 * @param cancelled orders of the same account that leave the book instead of trading
 * @param isComplete whether the order got all it wanted
 * @param stopped whether the rest was cancelled for meeting an order of the same account
 */
record Matching(List<Fill> fills, List<Order> cancelled, boolean isComplete, boolean stopped) {

  static final Matching NONE = new Matching(List.of(), List.of(), false, false);

  /**
   * Matches by price, then by time of arrival.
   *
   * @param opposing the other side of the book, the best price first and the oldest first within it
   */
  static Matching of(Incoming order, Iterator<Order> opposing) {
    List<Fill> fills = new ArrayList<>();
    List<Order> cancelled = new ArrayList<>();
    BigDecimal filled = BigDecimal.ZERO;
    BigDecimal spent = BigDecimal.ZERO;
    while (opposing.hasNext()) {
      Order resting = opposing.next();
      BigDecimal wanted = wanted(order, resting.price(), filled, spent);
      if (wanted.signum() <= 0) {
        return new Matching(fills, cancelled, true, false);
      }
      if (!order.takes(resting.price())) {
        break;
      }
      if (resting.belongsTo(order.account())) {
        if (order.selfTrade().cancelsTheOlder()) {
          cancelled.add(resting);
        }
        if (order.selfTrade().cancelsTheNewer()) {
          return new Matching(fills, cancelled, false, true);
        }
      } else {
        Fill fill = Fill.of(resting, wanted.min(resting.remaining()));
        fills.add(fill);
        filled = filled.add(fill.volume());
        spent = spent.add(fill.turnover());
      }
    }
    boolean complete =
        order.volume().map(filled::compareTo).orElse(-1) >= 0
            || !fills.isEmpty()
                && wanted(order, fills.get(fills.size() - 1).price(), filled, spent).signum() <= 0;
    return new Matching(fills, cancelled, complete, false);
  }

  /** What is still wanted at a price. */
  private static BigDecimal wanted(
      Incoming order, BigDecimal price, BigDecimal filled, BigDecimal spent) {
    return order
        .budget()
        .map(
            budget ->
                budget.subtract(spent).divide(price, AssetPair.LOT_DECIMALS, RoundingMode.DOWN))
        .orElseGet(() -> order.volume().orElseThrow().subtract(filled));
  }

  BigDecimal volume() {
    return fills.stream().map(Fill::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** All that the fills cost, without fees. */
  BigDecimal cost() {
    return fills.stream().map(Fill::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** All that the fills cost in fees of this rate. */
  BigDecimal fees(BigDecimal rate) {
    return fills.stream().map(fill -> fill.fee(rate)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
