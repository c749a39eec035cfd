package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.function.IfKnown;
import org.doublelock.function.OrNull;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.market.AssetPair;

/**
 * An order in the published shape.
 *
 * @param refid the order that this one closes
 * @param reason why it is over, of an order that is
 * @param opentm seconds since 1970
 */
record OrderAnswer(
    @OrNull String refid,
    @OrNull Integer userref,
    Optional<String> clOrdId,
    String status,
    Optional<BigDecimal> closetm,
    @OrNull IfKnown<String> reason,
    BigDecimal opentm,
    BigDecimal starttm,
    BigDecimal expiretm,
    Description descr,
    String vol,
    String volExec,
    String cost,
    String fee,
    String price,
    String stopprice,
    String limitprice,
    Optional<String> displayVolume,
    String misc,
    String oflags,
    String timeInForce,
    Optional<List<String>> trades) {

  record Description(
      String pair,
      String type,
      String ordertype,
      String price,
      String price2,
      String leverage,
      String order,
      String close) {}

  /**
   * The orders by their ids.
   *
   * @param orders where they were found
   */
  static Map<String, OrderAnswer> of(List<Order> found, Orders orders, AskedCall call) {
    Map<String, BigDecimal> averages = orders.averagePrices(found);
    Optional<Map<String, List<String>>> trades = orders.tradesIfAsked(found, call.arguments());
    Map<String, OrderAnswer> answer = new LinkedHashMap<>();
    for (Order order : found) {
      answer.put(
          order.id(),
          describe(
              order,
              averages.getOrDefault(order.id(), BigDecimal.ZERO),
              trades.map(ids -> ids.getOrDefault(order.id(), List.of())),
              call.now()));
    }
    return answer;
  }

  private static OrderAnswer describe(
      Order order, BigDecimal average, Optional<List<String>> trades, Instant now) {
    AssetPair pair = order.pair();
    OrderConditions conditions = order.conditions();
    boolean limited = order.type().isConditional() && order.type().hasLimit();
    return new OrderAnswer(
        order.openedBy().orElse(null),
        order.userref().orElse(null),
        order.clientOrderId(),
        status(order, now),
        order.closedAt().map(Answer::time),
        new IfKnown<>(!order.status().isLive(), order.reason().orElse(null)),
        Answer.time(order.openedAt()),
        time(conditions.startsAt()),
        time(conditions.expiresAt()),
        description(order),
        pair.volumeText(order.volume()),
        pair.volumeText(order.executed()),
        pair.costText(order.cost()),
        pair.costText(order.fee()),
        pair.costText(average),
        pair.costText(conditions.trigger().map(Trigger::price).orElse(BigDecimal.ZERO)),
        pair.costText(limited ? order.price() : BigDecimal.ZERO),
        order.displayed().map(pair::volumeText),
        "",
        order.flags(),
        order.timeInForce().name(),
        trades);
  }

  private static BigDecimal time(Optional<Instant> time) {
    return time.map(Answer::time).orElse(BigDecimal.ZERO);
  }

  private static String status(Order order, Instant now) {
    if (!order.isWaiting()) {
      return order.status().code();
    }
    boolean begun = order.conditions().startsAt().map(start -> !start.isAfter(now)).orElse(true);
    return begun ? OrderStatus.OPEN.code() : "pending";
  }

  private static Description description(Order order) {
    OrderWords words = order.words();
    return new Description(
        order.pair().altname(),
        order.side().code(),
        order.type().code(),
        words.price(),
        words.price2(),
        "none",
        words.order(),
        order.close().map(OrderAnswer::close).orElse(""));
  }

  private static String close(CloseOrder close) {
    return "close position @ "
        + close.type().inWords()
        + " "
        + close.price()
        + (close.price2() == null ? "" : " -> limit " + close.price2());
  }
}
