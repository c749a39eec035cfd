package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.Measure;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Exchange;

/** {@code AmendOrder}: changes an open order's terms; it keeps its id. */
@Dependent
public class AmendOrderFunction extends TradingFunction<AmendOrderFunction.Result> {

  @Inject
  public AmendOrderFunction(Exchange exchange) {
    super(
        exchange,
        "AmendOrder",
        AccessRule.anyOf(Permission.MODIFY_TRADES, Permission.CLOSE_TRADES));
  }

  @Override
  public int cost() {
    return 0;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
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
    return look(
        database ->
            OrderMeasure.ofNamed(
                arguments,
                database,
                (order, valuation) -> OrderMeasure.ofAmendment(order, arguments, valuation)));
  }

  record Result(String amendId) {}

  @Override
  protected Result perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    Deadline.refuseLate(arguments, now);
    String id = id(database, caller, arguments);
    return new Result(new Amendment(database, arguments).of(caller.account(), id, now));
  }

  private static String id(EntityManager database, FunctionCaller caller, Arguments arguments) {
    Orders orders = new Orders(database, caller.account());
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
