package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.Measure;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.market.AssetPair;

/** What an order may come to cost, told from its arguments. */
final class OrderMeasure {

  private OrderMeasure() {}

  /** Told of the order that the arguments name, in dollars; empty where there is no such order. */
  static Optional<BigDecimal> ofNamed(
      Arguments arguments,
      EntityManager database,
      BiFunction<Order, Valuation, Optional<BigDecimal>> dollars) {
    return arguments
        .text("txid")
        .map(id -> database.find(Order.class, id))
        .flatMap(order -> dollars.apply(order, new Valuation(database)));
  }

  /**
   * In dollars: at its limit, at what it waits for or at the last price, whichever is higher. Empty
   * for arguments that are none of an order.
   */
  static Optional<BigDecimal> dollars(Arguments arguments, Valuation valuation) {
    try {
      NewOrder asked = new OrderArguments(arguments).read(Instant.EPOCH, valuation::price);
      return Optional.of(dollars(asked, valuation));
    } catch (FunctionFailure unreadable) {
      return Optional.empty();
    }
  }

  /** Of a call that may ask for nothing more than a look at its arguments. */
  static Measure unlessValidated(
      Exchange exchange, BiFunction<Arguments, EntityManager, Optional<BigDecimal>> dollars) {
    return new Measure(
        "USD",
        arguments ->
            arguments.flag("validate")
                ? Optional.of(BigDecimal.ZERO)
                : exchange.perform(database -> dollars.apply(arguments, database)));
  }

  /**
   * Other calls may have changed an order since this one was measured, and what they asked for
   * counts with what this one does.
   *
   * @param dollars what it may come to cost by now
   * @throws FunctionFailure {@code EOrder:Order changed} when that is more than the call took from
   *     its lease
   */
  static void refuseBeyondTaken(FunctionCaller caller, Supplier<BigDecimal> dollars) {
    if (caller.taken().filter(most -> dollars.get().compareTo(most) > 0).isPresent()) {
      throw new FunctionFailure("EOrder:Order changed");
    }
  }

  /** With what follows it once it is filled. */
  static BigDecimal dollars(NewOrder asked, Valuation valuation) {
    AssetPair pair = asked.pair();
    BigDecimal last = valuation.price(pair);
    BigDecimal itself =
        asked.volumeInQuote()
            ? asked.volume()
            : highest(asked.prices(), last).multiply(asked.volume());
    BigDecimal following =
        following(pair, asked.side(), asked.close(), asked.baseVolume(last), last);
    return valuation.dollars(itself.add(following), pair.quote());
  }

  /** What follows an order, the other way, once that volume of it was executed. */
  private static BigDecimal following(
      AssetPair pair, Side side, Optional<CloseOrder> close, BigDecimal volume, BigDecimal last) {
    return close
        .map(order -> highest(order.prices(pair, side.opposite(), last), last))
        .map(volume::multiply)
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal highest(OrderPrices prices, BigDecimal last) {
    BigDecimal price = prices.limit().max(last);
    return prices.trigger().map(Trigger::price).map(price::max).orElse(price);
  }

  /**
   * What an order may come to cost once it is amended, at what it still waits for too, and with
   * what follows it; empty for terms that are none.
   */
  static Optional<BigDecimal> ofAmendment(Order order, Arguments arguments, Valuation valuation) {
    try {
      BigDecimal last = valuation.price(order.pair());
      return Optional.of(dollars(order, AmendedTerms.read(order, arguments, last), valuation));
    } catch (FunctionFailure unreadable) {
      return Optional.empty();
    }
  }

  /** The same of terms that were read. */
  static BigDecimal dollars(Order order, AmendedTerms terms, Valuation valuation) {
    AssetPair pair = order.pair();
    BigDecimal last = valuation.price(pair);
    BigDecimal limit = terms.limit().max(last);
    BigDecimal price = terms.awaited(order).map(Trigger::price).map(limit::max).orElse(limit);
    BigDecimal following = following(pair, order.side(), order.close(), terms.volume(), last);
    return valuation.dollars(price.multiply(terms.volume()).add(following), pair.quote());
  }
}
