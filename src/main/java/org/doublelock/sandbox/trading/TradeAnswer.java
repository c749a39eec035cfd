package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.market.AssetPair;

/**
 * A trade in the published shape.
 *
 * @param time seconds since 1970
 */
record TradeAnswer(
    String ordertxid,
    String postxid,
    String pair,
    BigDecimal time,
    String type,
    String ordertype,
    String price,
    String cost,
    String fee,
    String vol,
    String margin,
    String leverage,
    String misc,
    long tradeId,
    boolean maker,
    Optional<List<String>> ledgers) {

  /**
   * The trades by their ids.
   *
   * @param ledgers the ids of each trade's ledger entries, when the answer is to have them
   */
  static Map<String, TradeAnswer> of(
      List<Trade> trades, Optional<Map<String, List<String>>> ledgers) {
    Map<String, TradeAnswer> answer = new LinkedHashMap<>();
    trades.forEach(
        trade ->
            answer.put(
                trade.id(),
                describe(trade, ledgers.map(ids -> ids.getOrDefault(trade.id(), List.of())))));
    return answer;
  }

  private static TradeAnswer describe(Trade trade, Optional<List<String>> ledgers) {
    AssetPair pair = trade.pair();
    return new TradeAnswer(
        trade.order(),
        trade.id(),
        pair.id(),
        Answer.time(trade.at()),
        trade.side().code(),
        trade.kind().code(),
        pair.costText(trade.price()),
        pair.costText(trade.cost()),
        pair.costText(trade.fee()),
        pair.volumeText(trade.volume()),
        pair.costText(BigDecimal.ZERO),
        "0",
        "",
        trade.number(),
        trade.maker(),
        ledgers);
  }
}
