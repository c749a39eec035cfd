package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.Measure;
import org.doublelock.function.StatedFunction;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.market.AssetPair;

/**
 * {@code AddOrderBatch}: places two to fifteen orders of one pair. When one of them is none, none
 * is placed; what the exchange refuses of right ones stands beside the others.
 */
@Dependent
public class AddOrderBatchFunction extends StatedFunction<AddOrderBatchFunction.Result> {

  private static final int FEWEST = 2;
  private static final int MAX = 15;

  private final Exchange exchange;

  @Inject
  public AddOrderBatchFunction(Exchange exchange) {
    super("AddOrderBatch", PermissionGroup.TRADING, AccessRule.allOf(Permission.MODIFY_TRADES));
    this.exchange = exchange;
    costs(0);
    takes(
        new Parameter("pair", true, "The pair, by its id, altname or name with a slash"),
        new Parameter(
                "orders",
                true,
                "Two to fifteen orders, a list of objects with the arguments of AddOrder")
            .group(AddOrderFunction.ORDER)
            .several(),
        new Parameter("deadline", false, "An RFC 3339 time after which no order is to be placed"),
        new Parameter("validate", false, "true to check the arguments only").flag());
  }

  /** All of its orders together. */
  @Override
  public Optional<Measure> measure() {
    return Optional.of(
        OrderMeasure.unlessValidated(
            exchange, (arguments, database) -> sum(arguments, new Valuation(database))));
  }

  private static Optional<BigDecimal> sum(Arguments arguments, Valuation valuation) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Arguments order : OrderBatch.orders(arguments)) {
      Optional<BigDecimal> each = OrderMeasure.dollars(order, valuation);
      if (each.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(each.get());
    }
    return Optional.of(sum);
  }

  record Result(List<Placed> orders) {}

  /** One order of the batch: its id, or why there is none. */
  record Placed(
      Optional<AddOrderFunction.Description> descr, Optional<String> txid, Optional<String> error) {

    static Placed checked(NewOrder order) {
      return new Placed(description(order), Optional.empty(), Optional.empty());
    }

    static Placed under(NewOrder order, String id) {
      return new Placed(description(order), Optional.of(id), Optional.empty());
    }

    private static Optional<AddOrderFunction.Description> description(NewOrder order) {
      return Optional.of(new AddOrderFunction.Description(order.words().order()));
    }
  }

  /** Each order in a transaction of its own, since each locks the balances of others. */
  @Override
  protected Result answer(FunctionCaller caller, Arguments arguments, Instant now) {
    DueOrders due = new DueOrders(exchange);
    due.settle(caller.account(), now);
    List<Arguments> batch = OrderBatch.orders(arguments);
    if (batch.size() < FEWEST || batch.size() > MAX) {
      throw FunctionFailure.invalidArgument("orders");
    }
    AssetPair pair = new OrderArguments(arguments).pair();
    List<NewOrder> asked = exchange.perform(database -> read(batch, new Valuation(database), now));
    if (arguments.flag("validate")) {
      return new Result(asked.stream().map(Placed::checked).toList());
    }
    List<Placed> placed = asked.stream().map(order -> place(caller, order, now)).toList();
    due.settle(pair, now);
    return new Result(placed);
  }

  private static List<NewOrder> read(List<Arguments> batch, Valuation valuation, Instant now) {
    return batch.stream()
        .map(each -> new OrderArguments(each).read(now, valuation::price))
        .toList();
  }

  private Placed place(FunctionCaller caller, NewOrder order, Instant now) {
    try {
      return Placed.under(
          order,
          exchange.perform(
              database -> new OrderEntry(database).place(caller.account(), order, now).id()));
    } catch (FunctionFailure refused) {
      return new Placed(Optional.empty(), Optional.empty(), Optional.of(refused.wireError()));
    }
  }
}
