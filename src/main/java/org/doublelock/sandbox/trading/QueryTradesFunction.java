package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.HistoryWindow;

/** {@code QueryTrades}: trades by their ids. */
@Dependent
public class QueryTradesFunction extends TradingFunction<Map<String, TradeAnswer>> {

  @Inject
  public QueryTradesFunction(Exchange exchange) {
    super(exchange, "QueryTrades", AccessRule.allOf(Permission.QUERY_CLOSED_TRADES));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("txid", true, "Ids of at most 20 trades").several(),
        new Parameter("trades", false, "Trades of positions; there are none here").flag(),
        new Parameter("ledgers", false, "true to add the ids of each trade's ledger entries")
            .flag());
  }

  private static final int MAX = 20;

  @Override
  protected Map<String, TradeAnswer> perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    List<String> ids =
        Arrays.stream(arguments.required("txid").split(",")).map(String::strip).distinct().toList();
    if (ids.size() > MAX) {
      throw FunctionFailure.invalidArgument("txid");
    }
    HistoryWindow permitted = HistoryWindow.permitted(caller);
    Trades trades = new Trades(database, caller.account());
    List<Trade> found =
        trades.withIds(ids).stream().filter(trade -> permitted.contains(trade.at())).toList();
    if (found.size() < ids.size()) {
      throw new FunctionFailure("EQuery:Unknown trade");
    }
    return TradeAnswer.of(found, trades.ledgersIfAsked(found, arguments));
  }
}
