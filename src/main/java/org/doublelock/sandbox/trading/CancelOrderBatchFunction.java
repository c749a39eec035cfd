package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import java.util.Set;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.AskedCall;

/**
 * {@code CancelOrderBatch}: cancels up to fifty orders by their ids, of the exchange or of the
 * client.
 */
@Dependent
public class CancelOrderBatchFunction extends TradingFunction<CancelOrderBatchFunction.Result> {

  public CancelOrderBatchFunction() {
    super("CancelOrderBatch", AccessRule.anyOf(Permission.MODIFY_TRADES, Permission.CLOSE_TRADES));
    costs(0);
    takes(
        new Parameter("orders", false, "Ids of at most 50 orders or userrefs, as a list").several(),
        new Parameter(
                "cl_ord_ids", false, "Ids of the client, as a list; one of the two is required")
            .several());
  }

  private static final int MAX = 50;

  record Result(int count) {}

  @Override
  protected Result perform(AskedCall call) {
    Set<String> ids = OrderBatch.ids(call.arguments(), "orders");
    Set<String> own = OrderBatch.ids(call.arguments(), "cl_ord_ids");
    if (ids.isEmpty() && own.isEmpty() || ids.size() + own.size() > MAX) {
      throw FunctionFailure.invalidArgument("orders");
    }
    int count = new Cancellation(call.database()).batch(call.account(), ids, own, call.now());
    return new Result(count);
  }
}
