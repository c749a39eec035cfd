package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.HistoryWindow;

/** {@code TradesHistory}: what the account traded, the newest first. */
@Dependent
public class TradesHistoryFunction extends TradingFunction {

  @Inject
  public TradesHistoryFunction(Exchange exchange) {
    super(
        exchange,
        "TradesHistory",
        PermissionGroup.TRADING,
        AccessRule.allOf(Permission.QUERY_CLOSED_TRADES));
  }

  @Override
  public int cost() {
    return 2;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(
            "type", false, "all (the default) or no position; the types of positions find nothing"),
        new Parameter(
            "start",
            false,
            "Nothing from this time or before it, in seconds since 1970, or an id instead"),
        new Parameter(
            "end", false, "Nothing after this time, in seconds since 1970, or an id instead"),
        new Parameter(
            "ofs", false, "How many of the newest to leave out; an answer has at most 50"),
        new Parameter("ledgers", false, "true to add the ids of each trade's ledger entries"),
        new Parameter("without_count", false, "true to leave the count out"));
  }

  private static final Set<String> OF_POSITIONS =
      Set.of("any position", "closed position", "closing position");

  @Override
  protected JsonValue perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    Trades trades = new Trades(database, caller.account());
    HistoryWindow window = HistoryWindow.asked(caller, arguments, trades::timeOf);
    boolean none = onlyOfPositions(arguments);
    List<Trade> page = none ? List.of() : trades.page(window);
    JsonObjectBuilder answer =
        Answer.object().add("trades", TradeAnswer.of(page, trades.ledgersIfAsked(page, arguments)));
    if (!arguments.flag("without_count")) {
      answer.add("count", none ? 0 : trades.count(window));
    }
    return answer.build();
  }

  /** There are no positions here: nothing is lent. */
  private static boolean onlyOfPositions(Arguments arguments) {
    String type = arguments.text("type").orElse("all");
    if (OF_POSITIONS.contains(type)) {
      return true;
    }
    if (type.equals("all") || type.equals("no position")) {
      return false;
    }
    throw FunctionFailure.invalidArgument("type");
  }
}
