package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
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
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;

/** {@code AddOrder}: places a limit or market order. */
@Dependent
public class AddOrderFunction extends ExchangeFunction {

  @Inject
  public AddOrderFunction(Exchange exchange) {
    super(
        exchange, "AddOrder", PermissionGroup.TRADING, AccessRule.allOf(Permission.MODIFY_TRADES));
  }

  @Override
  public int cost() {
    return 0;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("pair", true, "The pair, by its id, altname or name with a slash"),
        new Parameter("type", true, "buy or sell"),
        new Parameter("ordertype", true, "limit or market"),
        new Parameter("volume", true, "How much of the base asset"),
        new Parameter("price", false, "The limit; required for a limit order"),
        new Parameter("timeinforce", false, "GTC (the default) or IOC"),
        new Parameter(
            "oflags",
            false,
            "post, fciq or fcib, with commas between them; fees are taken in the quote asset"),
        new Parameter(
            "stptype",
            false,
            "What prevents a trade with an order of the same account: cancel-newest (the default), cancel-oldest or cancel-both"),
        new Parameter(
            "userref", false, "A 32-bit number of the client; several orders may share it"),
        new Parameter(
            "cl_ord_id",
            false,
            "An id of the client, at most 36 letters, digits, _ and -; not together with userref"),
        new Parameter(
            "deadline", false, "An RFC 3339 time after which the order is not to be placed"),
        new Parameter("validate", false, "true to check the arguments only"));
  }

  /**
   * What the order may come to cost, in dollars: at its limit or at the last price, whichever is
   * higher, since whoever sells far below the market gives away what the market would pay.
   */
  @Override
  public Optional<Measure> measure() {
    return Optional.of(new Measure("USD", this::dollars));
  }

  private Optional<BigDecimal> dollars(Arguments arguments) {
    if (arguments.flag("validate")) {
      return Optional.of(BigDecimal.ZERO);
    }
    try {
      NewOrder asked = new OrderArguments(arguments).read(Instant.EPOCH);
      return Optional.of(look(database -> dollars(asked, new Valuation(database))));
    } catch (FunctionFailure unreadable) {
      return Optional.empty();
    }
  }

  private static BigDecimal dollars(NewOrder asked, Valuation valuation) {
    BigDecimal price = asked.price().max(valuation.price(asked.pair()));
    return valuation.dollars(price.multiply(asked.volume()), asked.pair().quote());
  }

  @Override
  protected JsonValue perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    NewOrder asked = new OrderArguments(arguments).read(now);
    JsonObjectBuilder answer =
        Answer.object().add("descr", Answer.object().add("order", asked.inWords()));
    if (!arguments.flag("validate")) {
      Order order = new OrderEntry(database).place(caller.account(), asked, now);
      answer.add("txid", Answer.array().add(order.id()));
    }
    return answer.build();
  }
}
