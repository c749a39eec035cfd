package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.sandbox.Exchange;

/** {@code OpenOrders}: the orders that are in the books. */
@Dependent
public class OpenOrdersFunction extends TradingFunction<OpenOrdersFunction.Result> {

  @Inject
  public OpenOrdersFunction(Exchange exchange) {
    super(exchange, "OpenOrders", AccessRule.allOf(Permission.QUERY_OPEN_TRADES));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("trades", false, "true to add the ids of each order's trades").flag(),
        new Parameter("userref", false, "Only orders with this number of the client")
            .whole(Integer.MIN_VALUE, Integer.MAX_VALUE),
        new Parameter("cl_ord_id", false, "Only orders with this id of the client"));
  }

  record Result(Map<String, OrderAnswer> open) {}

  @Override
  protected Result perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    Orders orders = new Orders(database, caller.account());
    List<Order> open = orders.open(OrderFilter.asked(arguments));
    return new Result(
        OrderAnswer.of(
            open, orders.averagePrices(open), orders.tradesIfAsked(open, arguments), now));
  }
}
