package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Amounts;
import org.doublelock.sandbox.market.AssetPair;

/**
 * The prices of an order, each of which the kind of order gives its meaning.
 *
 * @param limit zero for an order without one
 * @param trigger what a conditional order waits for
 * @param trail the distance that a trailing order keeps, as it was asked for
 * @param trailLimit the distance of a trailing order's limit from its trigger
 */
record OrderPrices(
    BigDecimal limit,
    Optional<Trigger> trigger,
    Optional<RelativePrice> trail,
    Optional<RelativePrice> trailLimit) {

  /**
   * Reads what was asked for.
   *
   * @param last the last price, which distances are measured from
   * @throws FunctionFailure {@code EGeneral:Invalid arguments:price}, {@code …:price2}; {@code
   *     EOrder:Invalid price:…} for too many decimals
   */
  static OrderPrices read(
      AssetPair pair,
      Side side,
      OrderType type,
      Optional<String> price,
      Optional<String> price2,
      BigDecimal last) {
    boolean second = type.isConditional() && type.hasLimit();
    if (!second && price2.filter(text -> !text.equals("0")).isPresent()) {
      throw FunctionFailure.invalidArgument("price2");
    }
    if (type == OrderType.MARKET) {
      return new OrderPrices(BigDecimal.ZERO, Optional.empty(), Optional.empty(), Optional.empty());
    }
    RelativePrice first = parse("price", price, pair);
    if (!type.isConditional()) {
      BigDecimal limit = tick("price", pair, first.from(last, side == Side.SELL));
      return new OrderPrices(limit, Optional.empty(), Optional.empty(), Optional.empty());
    }
    Trigger trigger = trigger(pair, side, type, first, last);
    Optional<RelativePrice> other =
        second ? Optional.of(parse("price2", price2, pair)) : Optional.empty();
    if (type.isTrailing() && other.filter(each -> !each.isRelative()).isPresent()) {
      throw FunctionFailure.invalidArgument("price2");
    }
    BigDecimal limit = other.map(each -> limit(pair, side, each, trigger)).orElse(BigDecimal.ZERO);
    return new OrderPrices(
        limit,
        Optional.of(trigger),
        Optional.of(first).filter(each -> type.isTrailing()),
        other.filter(each -> type.isTrailing()));
  }

  private static Trigger trigger(
      AssetPair pair, Side side, OrderType type, RelativePrice asked, BigDecimal last) {
    Trigger.When when = type.when(side);
    if (!type.isTrailing()) {
      return new Trigger(tick("price", pair, asked.from(last, when == Trigger.When.RISES)), when);
    }
    if (asked.direction() != '+' || asked.amount().signum() == 0) {
      throw FunctionFailure.invalidArgument("price");
    }
    BigDecimal distance = asked.distance(last);
    BigDecimal price = when == Trigger.When.FALLS ? last.subtract(distance) : last.add(distance);
    return new Trigger(tick("price", pair, price), when);
  }

  /** The limit of a conditional order; {@code #} means where it surely trades. */
  static BigDecimal limit(AssetPair pair, Side side, RelativePrice asked, Trigger trigger) {
    return tick("price2", pair, asked.from(trigger.price(), side == Side.BUY));
  }

  /** Where a trailing order's trigger has moved it; empty where that is no price. */
  static Optional<BigDecimal> movedLimit(
      AssetPair pair, Side side, RelativePrice distance, Trigger trigger) {
    try {
      return Optional.of(limit(pair, side, distance, trigger));
    } catch (FunctionFailure noPrice) {
      return Optional.empty();
    }
  }

  private static RelativePrice parse(String name, Optional<String> text, AssetPair pair) {
    RelativePrice price =
        text.flatMap(RelativePrice::parse).orElseThrow(() -> FunctionFailure.invalidArgument(name));
    int decimals = price.amount().stripTrailingZeros().scale();
    if (!price.isPercentage() && decimals > pair.priceDecimals()) {
      throw new FunctionFailure(
          "EOrder:Invalid price:%s price can only be specified up to %s decimals."
              .formatted(pair.id(), Integer.toString(pair.priceDecimals())));
    }
    return price;
  }

  private static BigDecimal tick(String name, AssetPair pair, BigDecimal price) {
    BigDecimal rounded = price.setScale(pair.priceDecimals(), RoundingMode.HALF_UP);
    if (!Amounts.isOne(rounded)) {
      throw FunctionFailure.invalidArgument(name);
    }
    return rounded;
  }
}
