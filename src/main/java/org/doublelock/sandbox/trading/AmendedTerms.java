package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Amounts;
import org.doublelock.sandbox.market.AssetPair;

/**
 * The terms of an order after it is amended: what it had, where nothing else is asked for.
 *
 * @param trigger what it waits for from now on, where that changes
 */
record AmendedTerms(
    BigDecimal volume,
    BigDecimal limit,
    Optional<BigDecimal> displayed,
    Optional<Trigger> trigger) {

  /**
   * @throws FunctionFailure {@code EGeneral:Invalid arguments:} and the argument's name, for a
   *     wrong one and for one that the kind of order has not
   */
  static AmendedTerms read(Order order, Arguments asked, BigDecimal last) {
    AssetPair pair = order.pair();
    BigDecimal volume =
        asked
            .read(
                "order_qty",
                text -> Amounts.read(text).filter(each -> each.scale() <= AssetPair.LOT_DECIMALS))
            .orElse(order.volume());
    Optional<BigDecimal> displayed =
        asked.read(
            "display_qty",
            text ->
                Amounts.read(text)
                    .filter(each -> order.type() == OrderType.ICEBERG)
                    .filter(each -> OrderArguments.mayShow(each, volume)));
    Optional<Trigger> trigger =
        price(asked, "trigger_price", order.isWaiting() && order.type().isConditional(), pair, last)
            .map(price -> new Trigger(price, order.type().when(order.side())));
    // its limit goes with what it waits for, and is none of its own before that has come
    Optional<RelativePrice> trailing =
        order.conditions().trailLimit().filter(distance -> order.isWaiting());
    boolean mayChange = order.type().hasLimit() && trailing.isEmpty();
    Optional<BigDecimal> given = price(asked, "limit_price", mayChange, pair, last);
    BigDecimal limit =
        trailing
            .map(distance -> trailed(order, distance, trigger))
            .or(() -> given)
            .orElse(order.price());
    return new AmendedTerms(volume, limit, displayed.or(order::displayed), trigger);
  }

  /** What the order waits for with these terms; empty for one that does not wait. */
  Optional<Trigger> awaited(Order order) {
    return trigger.or(() -> order.conditions().trigger().filter(own -> order.isWaiting()));
  }

  /** Where the trigger puts it; where that is no price, what it was, if nobody moves it there. */
  private static BigDecimal trailed(
      Order order, RelativePrice distance, Optional<Trigger> changed) {
    Trigger trigger = changed.or(order.conditions()::trigger).orElseThrow();
    Optional<BigDecimal> moved =
        OrderPrices.movedLimit(order.pair(), order.side(), distance, trigger);
    if (moved.isEmpty() && changed.isPresent()) {
      throw FunctionFailure.invalidArgument("trigger_price");
    }
    return moved.orElse(order.price());
  }

  private static Optional<BigDecimal> price(
      Arguments asked, String name, boolean has, AssetPair pair, BigDecimal last) {
    return asked.read(
        name,
        text ->
            Optional.of(text)
                .filter(each -> has)
                .flatMap(RelativePrice::parse)
                .filter(each -> each.direction() != '#')
                .filter(
                    each ->
                        each.isPercentage()
                            || each.amount().stripTrailingZeros().scale() <= pair.priceDecimals())
                .map(
                    each ->
                        each.from(last, true).setScale(pair.priceDecimals(), RoundingMode.HALF_UP))
                .filter(Amounts::isOne));
  }
}
