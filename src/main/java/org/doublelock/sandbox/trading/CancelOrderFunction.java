package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.account.AccountId;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Exchange;

/** {@code CancelOrder}: cancels an open order, or all with the same reference of the client. */
@Dependent
public class CancelOrderFunction extends TradingFunction<CancelOrderFunction.Result> {

  @Inject
  public CancelOrderFunction(Exchange exchange) {
    super(
        exchange,
        "CancelOrder",
        AccessRule.anyOf(Permission.MODIFY_TRADES, Permission.CLOSE_TRADES));
  }

  @Override
  public int cost() {
    return 0;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("txid", false, "The order's id, or a userref"),
        new Parameter("userref", false, "The client's number; cancels all orders with it")
            .whole(Integer.MIN_VALUE, Integer.MAX_VALUE),
        new Parameter("cl_ord_id", false, "The client's id; one of the three is required"));
  }

  record Result(int count) {}

  @Override
  protected Result perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    int count = cancel(new Cancellation(database), caller.account(), arguments, now);
    if (count == 0) {
      throw new FunctionFailure("EOrder:Unknown order");
    }
    return new Result(count);
  }

  private static int cancel(
      Cancellation orders, AccountId account, Arguments arguments, Instant now) {
    Optional<String> clientOrderId = arguments.text("cl_ord_id");
    if (clientOrderId.isPresent()) {
      return orders.byClientOrderId(account, clientOrderId.get(), now);
    }
    String name = arguments.text("txid").isPresent() ? "txid" : "userref";
    String id = arguments.text(name).orElseThrow(() -> FunctionFailure.invalidArgument("txid"));
    if (id.matches("-?\\d{1,10}")) {
      return orders.byUserref(account, arguments.read(name, Userref::read).orElseThrow(), now);
    }
    return orders.byId(account, id, now);
  }
}
