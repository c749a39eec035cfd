package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.AskedCall;

/** {@code CancelOrder}: cancels an open order, or all with the same reference of the client. */
@Dependent
public class CancelOrderFunction extends TradingFunction<CancelOrderFunction.Result> {

  public CancelOrderFunction() {
    super("CancelOrder", AccessRule.anyOf(Permission.MODIFY_TRADES, Permission.CLOSE_TRADES));
    costs(0);
    takes(
        new Parameter("txid", false, "The order's id, or a userref"),
        new Parameter("userref", false, "The client's number; cancels all orders with it")
            .whole(Integer.MIN_VALUE, Integer.MAX_VALUE),
        new Parameter("cl_ord_id", false, "The client's id; one of the three is required"));
  }

  record Result(int count) {}

  @Override
  protected Result perform(AskedCall call) {
    int count = cancel(call);
    if (count == 0) {
      throw new FunctionFailure("EOrder:Unknown order");
    }
    return new Result(count);
  }

  private static int cancel(AskedCall call) {
    Cancellation orders = new Cancellation(call.database());
    Arguments arguments = call.arguments();
    Optional<String> clientOrderId = arguments.text("cl_ord_id");
    if (clientOrderId.isPresent()) {
      return orders.byClientOrderId(call.account(), clientOrderId.get(), call.now());
    }
    String name = arguments.text("txid").isPresent() ? "txid" : "userref";
    String id = arguments.text(name).orElseThrow(() -> FunctionFailure.invalidArgument("txid"));
    return id.matches("-?\\d{1,10}")
        ? orders.byUserref(
            call.account(), arguments.read(name, Userref::read).orElseThrow(), call.now())
        : orders.byId(call.account(), id, call.now());
  }
}
