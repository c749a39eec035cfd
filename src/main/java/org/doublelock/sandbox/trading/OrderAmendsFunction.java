package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.market.AssetPair;

/** {@code OrderAmends}: the terms that an order had, the original ones first. */
@Dependent
public class OrderAmendsFunction extends TradingFunction<OrderAmendsFunction.Result> {

  @Inject
  public OrderAmendsFunction(Exchange exchange) {
    super(
        exchange,
        "OrderAmends",
        AccessRule.anyOf(Permission.QUERY_OPEN_TRADES, Permission.QUERY_CLOSED_TRADES));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter("order_id", true, "The order's id"));
  }

  /**
   * @param timestamp nanoseconds since 1970
   */
  record Amend(
      String amendId,
      String amendType,
      String orderQty,
      Optional<String> displayQty,
      String remainingQty,
      Optional<String> limitPrice,
      Optional<String> triggerPrice,
      Optional<Boolean> postOnly,
      BigDecimal timestamp) {}

  record Result(int count, List<Amend> amends) {}

  private static Amend describe(AssetPair pair, OrderAmend amend) {
    return new Amend(
        amend.id(),
        amend.type(),
        pair.volumeText(amend.volume()),
        amend.displayed().map(pair::volumeText),
        pair.volumeText(amend.remaining()),
        Optional.of(amend.limit()).filter(price -> price.signum() > 0).map(pair::priceText),
        amend.trigger().map(pair::priceText),
        Optional.of(amend.postOnly()).filter(only -> only),
        BigDecimal.valueOf(amend.at().getEpochSecond() * 1_000_000_000L + amend.at().getNano()));
  }

  @Override
  protected Result perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    Order order = QueryOrdersFunction.permitted(database, caller, arguments.required("order_id"));
    List<OrderAmend> amends = new AmendHistory(database, order).all();
    List<Amend> listed =
        (amends.isEmpty() ? List.of(OrderAmend.original(order)) : amends)
            .stream().map(each -> describe(order.pair(), each)).toList();
    return new Result(listed.size(), listed);
  }
}
