package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.Measure;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.market.AssetPair;

/** {@code EditOrder}: places an order with other terms in an open one's place. */
@Dependent
public class EditOrderFunction extends TradingFunction<EditOrderFunction.Result> {

  public EditOrderFunction() {
    super("EditOrder", AccessRule.allOf(Permission.MODIFY_TRADES));
    costs(0);
    takes(
        new Parameter("txid", true, "The order's id"),
        new Parameter("pair", true, "Its pair"),
        new Parameter("volume", false, "The new volume"),
        new Parameter("price", false, "The new price, as AddOrder takes it"),
        new Parameter("price2", false, "The new second price"),
        new Parameter("displayvol", false, "What an iceberg shows from now on"),
        new Parameter("oflags", false, "The new flags")
            .choice(OrderArguments.FLAGS, Function.identity())
            .several(),
        new Parameter("userref", false, "The new number of the client")
            .whole(Integer.MIN_VALUE, Integer.MAX_VALUE),
        new Parameter("deadline", false, "An RFC 3339 time after which nothing is to be done"),
        new Parameter("validate", false, "true to check the arguments only").flag());
  }

  /** What the order that is placed may come to cost. */
  @Override
  public Optional<Measure> measure() {
    return Optional.of(
        OrderMeasure.unlessValidated(
            exchange,
            (arguments, database) ->
                OrderMeasure.ofNamed(
                    arguments,
                    database,
                    (order, valuation) ->
                        OrderMeasure.dollars(EditedOrder.terms(order, arguments), valuation))));
  }

  record Result(
      String status,
      Optional<String> txid,
      String originaltxid,
      String volume,
      String price,
      String price2,
      int ordersCancelled,
      AddOrderFunction.Description descr) {}

  @Override
  protected Result perform(AskedCall call) {
    Arguments arguments = call.arguments();
    String id = arguments.required("txid");
    AssetPair pair = new OrderArguments(arguments).pair();
    Order original =
        new Orders(call.database(), call.account())
            .live(id)
            .filter(order -> order.pair().equals(pair))
            .orElseThrow(() -> new FunctionFailure("EOrder:Unknown order"));
    Valuation valuation = new Valuation(call.database());
    NewOrder asked =
        new OrderArguments(EditedOrder.terms(original, arguments))
            .read(call.now(), valuation::price);
    asked.less(original.executed()); // or there is nothing to place
    if (!arguments.flag("validate")) {
      OrderMeasure.refuseBeyondTaken(call.caller(), () -> OrderMeasure.dollars(asked, valuation));
    }
    call.database().detach(original);
    Optional<String> placed =
        arguments.flag("validate")
            ? Optional.empty()
            : Optional.of(
                new OrderEntry(call.database())
                    .replace(call.account(), id, asked, call.now())
                    .id());
    OrderWords words = asked.words();
    return new Result(
        "ok",
        placed,
        id,
        pair.volumeText(asked.volume()),
        words.price(),
        words.price2(),
        placed.isPresent() ? 1 : 0,
        new AddOrderFunction.Description(words.order()));
  }

  @Override
  protected void afterwards(DueOrders due, Arguments arguments, Instant now) {
    due.settle(new OrderArguments(arguments).pair(), now);
  }
}
