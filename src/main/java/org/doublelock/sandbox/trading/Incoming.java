package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.util.Optional;
import org.doublelock.account.AccountId;

/**
 * An order as it comes to the book.
 *
 * @param price the limit; zero for an order that takes any price
 * @param volume what it wants of the base asset, where that is bounded
 * @param budget what it may pay of the quote asset, where that is bounded
 */
record Incoming(
    AccountId account,
    Side side,
    OrderKind kind,
    BigDecimal price,
    Optional<BigDecimal> volume,
    Optional<BigDecimal> budget,
    SelfTradePrevention selfTrade) {

  static Incoming of(AccountId account, NewOrder asked) {
    Optional<BigDecimal> amount = Optional.of(asked.volume());
    return new Incoming(
        account,
        asked.side(),
        asked.type().kind(),
        asked.price(),
        amount.filter(each -> !asked.volumeInQuote()),
        amount.filter(each -> asked.volumeInQuote()),
        asked.selfTrade());
  }

  /** Whether the order takes this price of an opposing one. */
  boolean takes(BigDecimal offered) {
    if (kind == OrderKind.MARKET) {
      return true;
    }
    return side == Side.BUY ? offered.compareTo(price) <= 0 : offered.compareTo(price) >= 0;
  }
}
