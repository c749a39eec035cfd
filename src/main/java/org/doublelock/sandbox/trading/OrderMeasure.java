package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
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
  static Optional<BigDecimal> unlessValidated(
      Arguments arguments, Supplier<Optional<BigDecimal>> dollars) {
    return arguments.flag("validate") ? Optional.of(BigDecimal.ZERO) : dollars.get();
  }

  /** With what follows it once it is filled. */
  private static BigDecimal dollars(NewOrder asked, Valuation valuation) {
    AssetPair pair = asked.pair();
    BigDecimal last = valuation.price(pair);
    BigDecimal itself =
        asked.volumeInQuote()
            ? asked.volume()
            : highest(asked.prices(), last).multiply(asked.volume());
    BigDecimal following =
        asked
            .close()
            .map(close -> highest(close.prices(pair, asked.side().opposite(), last), last))
            .map(price -> price.multiply(asked.baseVolume(last)))
            .orElse(BigDecimal.ZERO);
    return valuation.dollars(itself.add(following), pair.quote());
  }

  private static BigDecimal highest(OrderPrices prices, BigDecimal last) {
    BigDecimal price = prices.limit().max(last);
    return prices.trigger().map(Trigger::price).map(price::max).orElse(price);
  }

  /** What an order may come to cost once it is amended; empty for terms that are none. */
  static Optional<BigDecimal> ofAmendment(Order order, Arguments arguments, Valuation valuation) {
    try {
      BigDecimal last = valuation.price(order.pair());
      AmendedTerms terms = AmendedTerms.read(order, arguments, last);
      BigDecimal price =
          terms.limit().max(last).max(terms.trigger().map(Trigger::price).orElse(last));
      return Optional.of(valuation.dollars(price.multiply(terms.volume()), order.pair().quote()));
    } catch (FunctionFailure unreadable) {
      return Optional.empty();
    }
  }
}
