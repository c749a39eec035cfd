package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.HistoryWindow;

/**
 * {@code QueryOrders}: orders by their ids; the key needs the permission for the status of each.
 */
@Dependent
public class QueryOrdersFunction extends TradingFunction<Map<String, OrderAnswer>> {

  public QueryOrdersFunction() {
    super(
        "QueryOrders",
        AccessRule.anyOf(Permission.QUERY_OPEN_TRADES, Permission.QUERY_CLOSED_TRADES));
    takes(
        new Parameter("txid", true, "Ids of at most 50 orders").several(),
        new Parameter("trades", false, "true to add the ids of each order's trades").flag(),
        new Parameter("userref", false, "Only orders with this number of the client")
            .whole(Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  private static final int MAX = 50;

  @Override
  protected Map<String, OrderAnswer> perform(AskedCall call) {
    List<String> ids = call.arguments().ids("txid", MAX);
    Orders orders = new Orders(call.database(), call.account());
    OrderFilter filter = OrderFilter.asked(call.arguments());
    List<Order> matching =
        permitted(orders, call.caller(), ids).stream().filter(filter::admits).toList();
    return OrderAnswer.of(matching, orders, call);
  }

  /**
   * One order, if the key may see it.
   *
   * @throws FunctionFailure {@code EOrder:Unknown order}, {@code EGeneral:Permission denied}
   */
  static Order permitted(AskedCall call, String id) {
    return permitted(new Orders(call.database(), call.account()), call.caller(), List.of(id))
        .get(0);
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
