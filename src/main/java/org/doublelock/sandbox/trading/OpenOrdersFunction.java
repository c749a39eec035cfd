package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import java.util.Map;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.AskedCall;

/** {@code OpenOrders}: the orders that are in the books. */
@Dependent
public class OpenOrdersFunction extends TradingFunction<OpenOrdersFunction.Result> {

  public OpenOrdersFunction() {
    super("OpenOrders", AccessRule.allOf(Permission.QUERY_OPEN_TRADES));
    takes(new Parameter("trades", false, "true to add the ids of each order's trades").flag());
    takes(OrderFilter.PARAMETERS);
  }

  record Result(Map<String, OrderAnswer> open) {}

  @Override
  protected Result perform(AskedCall call) {
    Orders orders = new Orders(call.database(), call.account());
    return new Result(
        OrderAnswer.of(orders.open(OrderFilter.asked(call.arguments())), orders, call));
  }
}
