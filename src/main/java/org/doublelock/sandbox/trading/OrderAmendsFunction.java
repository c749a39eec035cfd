package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.market.AssetPair;

/** {@code OrderAmends}: the terms that an order had, the original ones first. */
@Dependent
public class OrderAmendsFunction extends TradingFunction<OrderAmendsFunction.Result> {

  public OrderAmendsFunction() {
    super(
        "OrderAmends",
        AccessRule.anyOf(Permission.QUERY_OPEN_TRADES, Permission.QUERY_CLOSED_TRADES));
    takes(new Parameter("order_id", true, "The order's id"));
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
  protected Result perform(AskedCall call) {
    Order order = QueryOrdersFunction.permitted(call, call.arguments().required("order_id"));
    List<OrderAmend> amends = new AmendHistory(call.database(), order).all();
    List<Amend> listed =
        (amends.isEmpty() ? List.of(OrderAmend.original(order)) : amends)
            .stream().map(each -> describe(order.pair(), each)).toList();
    return new Result(listed.size(), listed);
  }
}
