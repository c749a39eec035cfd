package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Exchange;

/**
 * {@code CancelOrderBatch}: cancels up to fifty orders by their ids, of the exchange or of the
 * client.
 */
@Dependent
public class CancelOrderBatchFunction extends TradingFunction<CancelOrderBatchFunction.Result> {

  @Inject
  public CancelOrderBatchFunction(Exchange exchange) {
    super(
        exchange,
        "CancelOrderBatch",
        AccessRule.anyOf(Permission.MODIFY_TRADES, Permission.CLOSE_TRADES));
  }

  @Override
  public int cost() {
    return 0;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("orders", false, "Ids of at most 50 orders or userrefs, as a list").several(),
        new Parameter(
                "cl_ord_ids", false, "Ids of the client, as a list; one of the two is required")
            .several());
  }

  private static final int MAX = 50;

  record Result(int count) {}

  @Override
  protected Result perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    Set<String> ids = OrderBatch.ids(arguments, "orders");
    Set<String> own = OrderBatch.ids(arguments, "cl_ord_ids");
    if (ids.isEmpty() && own.isEmpty() || ids.size() + own.size() > MAX) {
      throw FunctionFailure.invalidArgument("orders");
    }
    int count = new Cancellation(database).batch(caller.account(), ids, own, now);
    return new Result(count);
  }
}
