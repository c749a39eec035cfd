package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.HistoryWindow;

/**
 * {@code QueryOrders}: orders by their ids; the key needs the permission for the status of each.
 */
@Dependent
public class QueryOrdersFunction extends TradingFunction<Map<String, OrderAnswer>> {

  @Inject
  public QueryOrdersFunction(Exchange exchange) {
    super(
        exchange,
        "QueryOrders",
        AccessRule.anyOf(Permission.QUERY_OPEN_TRADES, Permission.QUERY_CLOSED_TRADES));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("txid", true, "Ids of at most 50 orders").several(),
        new Parameter("trades", false, "true to add the ids of each order's trades").flag(),
        new Parameter("userref", false, "Only orders with this number of the client")
            .whole(Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  private static final int MAX = 50;

  @Override
  protected Map<String, OrderAnswer> perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    List<String> ids =
        Arrays.stream(arguments.required("txid").split(",")).map(String::strip).distinct().toList();
    if (ids.size() > MAX) {
      throw FunctionFailure.invalidArgument("txid");
    }
    Orders orders = new Orders(database, caller.account());
    OrderFilter filter = OrderFilter.asked(arguments);
    List<Order> matching = permitted(orders, caller, ids).stream().filter(filter::admits).toList();
    return OrderAnswer.of(
        matching, orders.averagePrices(matching), orders.tradesIfAsked(matching, arguments), now);
  }

  /**
   * One order, if the key may see it.
   *
   * @throws FunctionFailure {@code EOrder:Unknown order}, {@code EGeneral:Permission denied}
   */
  static Order permitted(EntityManager database, FunctionCaller caller, String id) {
    return permitted(new Orders(database, caller.account()), caller, List.of(id)).get(0);
  }

  private static List<Order> permitted(Orders orders, FunctionCaller caller, List<String> ids) {
    HistoryWindow permitted = HistoryWindow.permitted(caller);
    List<Order> found =
        orders.withIds(ids).stream()
            .filter(order -> order.closedAt().map(permitted::contains).orElse(true))
            .toList();
    if (found.size() < ids.size()) {
      throw new FunctionFailure("EOrder:Unknown order");
    }
    if (!found.stream().map(QueryOrdersFunction::needed).allMatch(caller.permissions()::contains)) {
      throw new FunctionFailure("EGeneral:Permission denied");
    }
    return found;
  }

  private static Permission needed(Order order) {
    return order.status().isLive() ? Permission.QUERY_OPEN_TRADES : Permission.QUERY_CLOSED_TRADES;
  }
}
