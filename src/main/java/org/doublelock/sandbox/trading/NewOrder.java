package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.doublelock.sandbox.market.AssetPair;

/**
 * An order as it was asked for, its arguments found right.
 *
 * @param price the limit; zero for a market order
 * @param flags of {@code post}, {@code fciq}, {@code fcib}, {@code nompp}
 */
public record NewOrder(
    AssetPair pair,
    Side side,
    OrderKind kind,
    BigDecimal price,
    BigDecimal volume,
    Set<String> flags,
    TimeInForce timeInForce,
    SelfTradePrevention selfTrade,
    Optional<Integer> userref,
    Optional<String> clientOrderId) {

  public NewOrder {
    if ((kind == OrderKind.LIMIT) != (price.signum() > 0)) {
      throw new IllegalArgumentException("a limit order has a price and no other order has");
    }
    flags = Set.copyOf(flags);
  }

  boolean postOnly() {
    return flags.contains("post");
  }

  /** Whether what is left after matching stays in the book. */
  boolean rests() {
    return kind == OrderKind.LIMIT && timeInForce == TimeInForce.GTC;
  }

  /** Whether the order takes this price of an opposing one. */
  boolean takes(BigDecimal offered) {
    if (kind == OrderKind.MARKET) {
      return true;
    }
    return side == Side.BUY ? offered.compareTo(price) <= 0 : offered.compareTo(price) >= 0;
  }

  /** In words, such as {@code buy 1.25 XBTUSD @ limit 37500.0}. */
  String inWords() {
    String what = side.code() + " " + volume.toPlainString() + " " + pair.altname();
    return kind == OrderKind.MARKET
        ? what + " @ market"
        : what + " @ limit " + pair.priceText(price);
  }
}
