package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.HistoryWindow;

/** {@code QueryTrades}: trades by their ids. */
@Dependent
public class QueryTradesFunction extends TradingFunction<Map<String, TradeAnswer>> {

  public QueryTradesFunction() {
    super("QueryTrades", AccessRule.allOf(Permission.QUERY_CLOSED_TRADES));
    takes(
        new Parameter("txid", true, "Ids of at most 20 trades").several(),
        new Parameter("trades", false, "Trades of positions; there are none here").flag(),
        new Parameter("ledgers", false, "true to add the ids of each trade's ledger entries")
            .flag());
  }

  private static final int MAX = 20;

  @Override
  protected Map<String, TradeAnswer> perform(AskedCall call) {
    List<String> ids = call.arguments().ids("txid", MAX);
    HistoryWindow permitted = HistoryWindow.permitted(call.caller());
    Trades trades = new Trades(call.database(), call.account());
    List<Trade> found =
        trades.withIds(ids).stream().filter(trade -> permitted.contains(trade.at())).toList();
    if (found.size() < ids.size()) {
      throw new FunctionFailure("EQuery:Unknown trade");
    }
    return TradeAnswer.of(found, trades.ledgersIfAsked(found, call.arguments()));
  }
}
