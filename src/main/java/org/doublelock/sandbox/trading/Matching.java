package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.doublelock.account.AccountId;

/**
 * What happens when an order meets the book, before any of it has happened.
 *
 * @param fills the trades, in their order
 * @param cancelled orders of the same account that leave the book instead of trading
 * @param remaining the volume that found nobody
 * @param stopped whether the rest was cancelled for meeting an order of the same account
 */
record Matching(List<Fill> fills, List<Order> cancelled, BigDecimal remaining, boolean stopped) {

  /**
   * Matches by price, then by time of arrival.
   *
   * @param opposing the other side of the book, the best price first and the oldest first within it
   */
  static Matching of(AccountId account, NewOrder order, Iterator<Order> opposing) {
    List<Fill> fills = new ArrayList<>();
    List<Order> cancelled = new ArrayList<>();
    BigDecimal remaining = order.volume();
    while (remaining.signum() > 0 && opposing.hasNext()) {
      Order resting = opposing.next();
      if (!order.takes(resting.price())) {
        break;
      }
      if (resting.belongsTo(account)) {
        if (order.selfTrade().cancelsTheOlder()) {
          cancelled.add(resting);
        }
        if (order.selfTrade().cancelsTheNewer()) {
          return new Matching(fills, cancelled, remaining, true);
        }
      } else {
        BigDecimal volume = remaining.min(resting.remaining());
        fills.add(Fill.of(resting, volume));
        remaining = remaining.subtract(volume);
      }
    }
    return new Matching(fills, cancelled, remaining, false);
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
