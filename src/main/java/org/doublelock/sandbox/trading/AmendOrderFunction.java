package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.Measure;
import org.doublelock.sandbox.AskedCall;

/** {@code AmendOrder}: changes an open order's terms; it keeps its id. */
@Dependent
public class AmendOrderFunction extends TradingFunction<AmendOrderFunction.Result> {

  public AmendOrderFunction() {
    super("AmendOrder", AccessRule.anyOf(Permission.MODIFY_TRADES, Permission.CLOSE_TRADES));
    costs(0);
    takes(
        new Parameter("txid", false, "The order's id"),
        new Parameter("cl_ord_id", false, "The client's id; one of the two is required"),
        new Parameter(
            "order_qty",
            false,
            "The new volume; what is left is cancelled when that much was executed"),
        new Parameter("display_qty", false, "What an iceberg shows from now on"),
        new Parameter(
            "limit_price",
            false,
            "The new limit; + or - before it for a distance from the last price"),
        new Parameter(
            "trigger_price", false, "What a conditional order waits for from now on, likewise"),
        new Parameter("post_only", false, "true to refuse a limit that would trade at once").flag(),
        new Parameter("deadline", false, "An RFC 3339 time after which nothing is to be done"));
  }

  /** What the order may come to cost with its new terms. */
  @Override
  public Optional<Measure> measure() {
    return Optional.of(new Measure("USD", this::dollars));
  }

  private Optional<BigDecimal> dollars(Arguments arguments) {
    return exchange.perform(
        database ->
            OrderMeasure.ofNamed(
                arguments,
                database,
                (order, valuation) -> OrderMeasure.ofAmendment(order, arguments, valuation)));
  }

  record Result(String amendId) {}

  @Override
  protected Result perform(AskedCall call) {
    Deadline.refuseLate(call.arguments(), call.now());
    return new Result(new Amendment(call).of(id(call), call.now()));
  }

  private static String id(AskedCall call) {
    Orders orders = new Orders(call.database(), call.account());
    Arguments arguments = call.arguments();
    return arguments
        .text("txid")
        .or(
            () ->
                arguments
                    .text("cl_ord_id")
                    .map(
                        own ->
                            orders
                                .liveByClientId(own)
                                .orElseThrow(() -> new FunctionFailure("EOrder:Unknown order"))))
        .orElseThrow(() -> FunctionFailure.invalidArgument("txid"));
  }
}
