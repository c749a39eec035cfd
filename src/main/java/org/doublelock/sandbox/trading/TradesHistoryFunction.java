package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.HistoryWindow;

/** {@code TradesHistory}: what the account traded, the newest first. */
@Dependent
public class TradesHistoryFunction extends TradingFunction<TradesHistoryFunction.Result> {

  public TradesHistoryFunction() {
    super("TradesHistory", AccessRule.allOf(Permission.QUERY_CLOSED_TRADES));
    costs(2);
    takes(
        new Parameter(
                "type",
                false,
                "all (the default) or no position; the types of positions find nothing")
            .choice(TYPES, Function.identity()));
    takes(HistoryWindow.PARAMETERS);
    takes(
        new Parameter("ledgers", false, "true to add the ids of each trade's ledger entries")
            .flag(),
        new Parameter("without_count", false, "true to leave the count out").flag());
  }

  private static final List<String> TYPES =
      List.of("all", "no position", "any position", "closed position", "closing position");

  record Result(Map<String, TradeAnswer> trades, Optional<Long> count) {}

  @Override
  protected Result perform(AskedCall call) {
    Trades trades = new Trades(call.database(), call.account());
    HistoryWindow window = HistoryWindow.asked(call, trades::timeOf);
    boolean none = onlyOfPositions(call.arguments());
    List<Trade> page = none ? List.of() : trades.page(window);
    return new Result(
        TradeAnswer.of(page, trades.ledgersIfAsked(page, call.arguments())),
        HistoryWindow.count(call, () -> none ? 0L : trades.count(window)));
  }

  /** There are no positions here: nothing is lent. */
  private static boolean onlyOfPositions(Arguments arguments) {
    String type =
        arguments
            .read("type", text -> Optional.of(text).filter(TYPES::contains))
            .orElse(TYPES.get(0));
    return TYPES.indexOf(type) > 1;
  }
}
