package org.doublelock.sandbox.trading;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doublelock.function.Arguments;

/** The terms of an order that takes another one's place: the other's, where none are given. */
final class EditedOrder {

  private static final List<String> CHANGES =
      List.of("volume", "price", "price2", "displayvol", "oflags", "userref", "deadline");

  private EditedOrder() {}

  /** As arguments of {@code AddOrder}. */
  static Arguments terms(Order order, Arguments changes) {
    Map<String, String> terms = new LinkedHashMap<>();
    OrderWords words = order.words();
    terms.put("pair", order.pair().id());
    terms.put("type", order.side().code());
    terms.put("ordertype", order.type().code());
    terms.put("volume", order.volume().stripTrailingZeros().toPlainString());
    terms.put("price", words.price());
    terms.put("price2", words.price2());
    order
        .displayed()
        .ifPresent(shown -> terms.put("displayvol", shown.stripTrailingZeros().toPlainString()));
    terms.put("oflags", flagsButOfVolume(order));
    terms.put("timeinforce", order.timeInForce().name());
    order.conditions().startsAt().ifPresent(at -> terms.put("starttm", "" + at.getEpochSecond()));
    order.conditions().expiresAt().ifPresent(at -> terms.put("expiretm", "" + at.getEpochSecond()));
    terms.put("stptype", order.selfTrade().code());
    order.userref().ifPresent(ref -> terms.put("userref", ref.toString()));
    order.clientOrderId().ifPresent(id -> terms.put("cl_ord_id", id));
    order
        .close()
        .ifPresent(
            close -> {
              terms.put("close[ordertype]", close.type().code());
              terms.put("close[price]", close.price());
              Optional.ofNullable(close.price2())
                  .ifPresent(text -> terms.put("close[price2]", text));
            });
    for (String name : CHANGES) {
      changes.text(name).ifPresent(text -> terms.put(name, text));
    }
    return new Arguments(terms);
  }

  /** Without {@code viqc}: the volume is kept in the base asset. */
  private static String flagsButOfVolume(Order order) {
    return Arrays.stream(order.flags().split(","))
        .filter(flag -> !flag.equals("viqc"))
        .collect(Collectors.joining(","));
  }
}
