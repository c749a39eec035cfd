package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.FunctionCaller;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.HistoryWindow;

/** {@code ClosedOrders}: the orders that were filled or cancelled, the last closed first. */
@Dependent
public class ClosedOrdersFunction extends TradingFunction<ClosedOrdersFunction.Result> {

  public ClosedOrdersFunction() {
    super("ClosedOrders", AccessRule.allOf(Permission.QUERY_CLOSED_TRADES));
    costs(2);
    takes(new Parameter("trades", false, "true to add the ids of each order's trades").flag());
    takes(OrderFilter.PARAMETERS);
    takes(HistoryWindow.PARAMETERS);
    takes(
        new Parameter(
                "closetime", false, "Which time to search by: open, close or both (the default)")
            .choice(List.of(CloseTime.values()), CloseTime::code),
        new Parameter("without_count", false, "true to leave the count out").flag());
  }

  record Result(Map<String, OrderAnswer> closed, Optional<Long> count) {}

  @Override
  protected Result perform(AskedCall call) {
    Orders orders = new Orders(call.database(), call.account());
    HistoryWindow window =
        HistoryWindow.asked(
            call, (id, dates) -> orders.timeOf(id, order -> mayQuery(call.caller(), order, dates)));
    HistoryWindow permitted = HistoryWindow.permitted(call.caller());
    CloseTime by = call.arguments().read("closetime", CloseTime::fromCode).orElse(CloseTime.BOTH);
    OrderFilter filter = OrderFilter.asked(call.arguments());
    List<Order> closed = orders.closed(window, permitted, by, filter);
    return new Result(
        OrderAnswer.of(closed, orders, call),
        HistoryWindow.count(call, () -> orders.countClosed(window, permitted, by, filter)));
  }

  private static boolean mayQuery(FunctionCaller caller, Order order, HistoryWindow dates) {
    return order
        .closedAt()
        .map(dates::contains)
        .orElseGet(() -> caller.permissions().contains(Permission.QUERY_OPEN_TRADES));
  }
}
