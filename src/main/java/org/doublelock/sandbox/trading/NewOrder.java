package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.market.AssetPair;

/**
 * An order as it was asked for, its arguments found right.
 *
 * @param volume of the base asset; with the flag {@code viqc} of the quote asset
 * @param displayed how much of it an iceberg shows
 * @param flags of {@code post}, {@code fciq}, {@code fcib}, {@code nompp}, {@code viqc}
 * @param close what follows it
 */
public record NewOrder(
    AssetPair pair,
    Side side,
    OrderType type,
    OrderPrices prices,
    BigDecimal volume,
    Optional<BigDecimal> displayed,
    Set<String> flags,
    TimeInForce timeInForce,
    Lifetime lifetime,
    SelfTradePrevention selfTrade,
    Optional<CloseOrder> close,
    Optional<Integer> userref,
    Optional<String> clientOrderId) {

  public NewOrder {
    if (type.hasLimit() != (prices.limit().signum() > 0)) {
      throw new IllegalArgumentException("an order with a limit has one and no other order has");
    }
    flags = Set.copyOf(flags);
  }

  /**
   * What is left of it for an order that takes the place of one that was partly executed.
   *
   * @throws FunctionFailure {@code EGeneral:Invalid arguments:volume} where nothing is
   */
  NewOrder less(BigDecimal executed) {
    BigDecimal left = volume.subtract(executed);
    if (left.signum() <= 0) {
      throw FunctionFailure.invalidArgument("volume");
    }
    return new NewOrder(
        pair,
        side,
        type,
        prices,
        left,
        displayed.map(left::min),
        flags,
        timeInForce,
        lifetime,
        selfTrade,
        close,
        userref,
        clientOrderId);
  }

  BigDecimal price() {
    return prices.limit();
  }

  /**
   * @param last the last price, which tells what a volume of the quote asset buys
   */
  BigDecimal baseVolume(BigDecimal last) {
    return volumeInQuote() ? base(volume, last) : volume;
  }

  static BigDecimal base(BigDecimal volumeInQuote, BigDecimal last) {
    return volumeInQuote.divide(last, AssetPair.LOT_DECIMALS, RoundingMode.DOWN);
  }

  boolean postOnly() {
    return flags.contains("post");
  }

  boolean volumeInQuote() {
    return flags.contains("viqc");
  }

  /** Whether it stays outside the book at first. */
  boolean waits(Instant now) {
    return type.isConditional() || lifetime.starts().filter(now::isBefore).isPresent();
  }

  OrderWords words() {
    return new OrderWords(
        pair,
        side,
        type,
        volume,
        prices.limit(),
        prices.trigger(),
        prices.trail(),
        prices.trailLimit());
  }
}
