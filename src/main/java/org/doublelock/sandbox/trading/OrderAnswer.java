package org.doublelock.sandbox.trading;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.market.AssetPair;

/** Orders in the published shape. */
final class OrderAnswer {

  private static final String NOTHING = "0.00000";

  private OrderAnswer() {}

  /**
   * The orders by their ids.
   *
   * @param trades the ids of each order's trades, when the answer is to have them
   */
  static JsonObject of(List<Order> orders, Optional<Map<String, List<String>>> trades) {
    JsonObjectBuilder answer = Answer.object();
    for (Order order : orders) {
      JsonObjectBuilder described = describe(order);
      trades.ifPresent(
          ids -> described.add("trades", list(ids.getOrDefault(order.id(), List.of()))));
      answer.add(order.id(), described);
    }
    return answer.build();
  }

  private static JsonArrayBuilder list(List<String> ids) {
    JsonArrayBuilder list = Answer.array();
    ids.forEach(list::add);
    return list;
  }

  private static JsonObjectBuilder describe(Order order) {
    AssetPair pair = order.pair();
    JsonObjectBuilder answer = Answer.object().addNull("refid");
    order
        .userref()
        .ifPresentOrElse(ref -> answer.add("userref", ref), () -> answer.addNull("userref"));
    order.clientOrderId().ifPresent(id -> answer.add("cl_ord_id", id));
    answer.add("status", order.status().code());
    order.closedAt().ifPresent(at -> answer.add("closetm", Answer.time(at)));
    if (!order.isOpen()) {
      order
          .reason()
          .ifPresentOrElse(why -> answer.add("reason", why), () -> answer.addNull("reason"));
    }
    return answer
        .add("opentm", Answer.time(order.openedAt()))
        .add("starttm", 0)
        .add("expiretm", 0)
        .add("descr", description(order))
        .add("vol", pair.volumeText(order.volume()))
        .add("vol_exec", pair.volumeText(order.executed()))
        .add("cost", pair.costText(order.cost()))
        .add("fee", pair.costText(order.fee()))
        .add("price", pair.costText(order.averagePrice()))
        .add("stopprice", NOTHING)
        .add("limitprice", NOTHING)
        .add("misc", "")
        .add("oflags", order.flags())
        .add("time_in_force", order.timeInForce().name());
  }

  private static JsonObject description(Order order) {
    AssetPair pair = order.pair();
    boolean market = order.kind() == OrderKind.MARKET;
    String price = market ? "0" : pair.priceText(order.price());
    String what =
        order.side().code() + " " + pair.volumeText(order.volume()) + " " + pair.altname();
    return Answer.object()
        .add("pair", pair.altname())
        .add("type", order.side().code())
        .add("ordertype", order.kind().code())
        .add("price", price)
        .add("price2", "0")
        .add("leverage", "none")
        .add("order", market ? what + " @ market" : what + " @ limit " + price)
        .add("close", "")
        .build();
  }
}
