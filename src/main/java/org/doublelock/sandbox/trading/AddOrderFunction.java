package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.Measure;
import org.doublelock.sandbox.AskedCall;

/** {@code AddOrder}: places an order. */
@Dependent
public class AddOrderFunction extends TradingFunction<AddOrderFunction.Result> {

  /** The arguments that make an order, here and in a batch. */
  static final List<Parameter> ORDER =
      List.of(
          new Parameter("type", true, "buy or sell").choice(List.of(Side.values()), Side::code),
          new Parameter(
                  "ordertype",
                  true,
                  "limit, market, iceberg, stop-loss, take-profit, stop-loss-limit,"
                      + " take-profit-limit, trailing-stop or trailing-stop-limit")
              .choice(List.of(OrderType.values()), OrderType::code),
          new Parameter(
              "volume", true, "How much of the base asset; with viqc, of the quote asset"),
          new Parameter(
              "price",
              false,
              "The limit, or the last price that a conditional order waits for; +, - or # before it"
                  + " for a distance from the last price, % behind it for a part of that. A"
                  + " trailing order takes +"),
          new Parameter(
              "price2",
              false,
              "The limit of a conditional order with one; likewise from its price"),
          new Parameter(
                  "trigger", false, "last (the default) or index; here both are the last price")
              .choice("last", "index"),
          new Parameter("displayvol", false, "What an iceberg shows, a fifteenth of it at least"),
          new Parameter("timeinforce", false, "GTC (the default), IOC, FOK or GTD")
              .choice(List.of(TimeInForce.values()), TimeInForce::name),
          new Parameter(
              "starttm",
              false,
              "When it begins: 0, +60 for seconds from now, or seconds since 1970"),
          new Parameter("expiretm", false, "When it is over, likewise; required for GTD"),
          new Parameter(
                  "oflags",
                  false,
                  "post, fciq, fcib, nompp, and viqc for buying at the market for so much;"
                      + " fees are taken in the quote asset")
              .choice(OrderArguments.FLAGS, Function.identity())
              .several(),
          new Parameter(
                  "stptype",
                  false,
                  "What prevents a trade with an order of the same account: cancel-newest (the"
                      + " default), cancel-oldest or cancel-both")
              .choice(List.of(SelfTradePrevention.values()), SelfTradePrevention::code),
          new Parameter("close", false, "The order that follows, the other way, once it is filled")
              .group(
                  List.of(
                      new Parameter("ordertype", false, "Its kind; without one none follows")
                          .choice(OrderArguments.CLOSING, OrderType::code),
                      new Parameter("price", false, "Its price"),
                      new Parameter("price2", false, "Its second price"))),
          new Parameter(
                  "userref", false, "A 32-bit number of the client; several orders may share it")
              .whole(Integer.MIN_VALUE, Integer.MAX_VALUE),
          new Parameter(
              "cl_ord_id",
              false,
              "An id of the client that no open order of it has: a UUID, or at most 18 characters"
                  + " of ASCII; not together with userref"));

  public AddOrderFunction() {
    super("AddOrder", AccessRule.allOf(Permission.MODIFY_TRADES));
    costs(0);
    takes(new Parameter("pair", true, "The pair, by its id, altname or name with a slash"));
    takes(ORDER);
    takes(
        new Parameter(
            "deadline", false, "An RFC 3339 time after which the order is not to be placed"),
        new Parameter("validate", false, "true to check the arguments only").flag());
  }

  /**
   * What the order may come to cost, in dollars: at its limit or at the last price, whichever is
   * higher, since whoever sells far below the market gives away what the market would pay.
   */
  @Override
  public Optional<Measure> measure() {
    return Optional.of(
        OrderMeasure.unlessValidated(
            exchange,
            (arguments, database) -> OrderMeasure.dollars(arguments, new Valuation(database))));
  }

  record Result(Description descr, Optional<List<String>> txid) {}

  record Description(String order) {}

  @Override
  protected Result perform(AskedCall call) {
    NewOrder asked =
        new OrderArguments(call.arguments())
            .read(call.now(), new Valuation(call.database())::price);
    Description description = new Description(asked.words().order());
    if (call.arguments().flag("validate")) {
      return new Result(description, Optional.empty());
    }
    Order order = new OrderEntry(call.database()).place(call.account(), asked, call.now());
    return new Result(description, Optional.of(List.of(order.id())));
  }

  @Override
  protected void afterwards(DueOrders due, Arguments arguments, Instant now) {
    due.settle(new OrderArguments(arguments).pair(), now);
  }
}
