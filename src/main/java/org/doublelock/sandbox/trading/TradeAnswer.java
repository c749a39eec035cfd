package org.doublelock.sandbox.trading;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.market.AssetPair;

/** Trades in the published shape. */
final class TradeAnswer {

  private TradeAnswer() {}

  /** The trades by their ids. */
  static JsonObject of(List<Trade> trades) {
    JsonObjectBuilder answer = Answer.object();
    trades.forEach(trade -> answer.add(trade.id(), describe(trade)));
    return answer.build();
  }

  private static JsonObject describe(Trade trade) {
    AssetPair pair = trade.pair();
    return Answer.object()
        .add("ordertxid", trade.order())
        .add("postxid", trade.id())
        .add("pair", pair.id())
        .add("time", Answer.time(trade.at()))
        .add("type", trade.side().code())
        .add("ordertype", trade.kind().code())
        .add("price", pair.costText(trade.price()))
        .add("cost", pair.costText(trade.cost()))
        .add("fee", pair.costText(trade.fee()))
        .add("vol", pair.volumeText(trade.volume()))
        .add("margin", pair.costText(BigDecimal.ZERO))
        .add("leverage", "0")
        .add("misc", "")
        .add("trade_id", trade.number())
        .add("maker", trade.maker())
        .build();
  }
}
