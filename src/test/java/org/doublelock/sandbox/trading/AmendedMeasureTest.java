package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.doublelock.sandbox.Functions;
import org.junit.jupiter.api.Test;

/** What an order may come to cost once it is amended. The last price of a bitcoin is 37,500. */
class AmendedMeasureTest {

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Client client = Client.of(exchange);

  private String place(String... namesAndValues) {
    List<String> arguments = new ArrayList<>(List.of("pair", "XBTUSD", "volume", "0.01"));
    arguments.addAll(List.of(namesAndValues));
    return client
        .call("AddOrder", arguments.toArray(String[]::new))
        .getJsonArray("txid")
        .getString(0);
  }

  private void assertMeasured(String dollars, String order, String... namesAndValues) {
    Map<String, String> arguments = new LinkedHashMap<>(Map.of("txid", order));
    for (int at = 0; at < namesAndValues.length; at += 2) {
      arguments.put(namesAndValues[at], namesAndValues[at + 1]);
    }
    Optional<BigDecimal> measured =
        Functions.on(exchange)
            .get("AmendOrder")
            .measure()
            .orElseThrow()
            .of(new Arguments(arguments));
    assertEquals(
        Optional.of(new BigDecimal(dollars).stripTrailingZeros()),
        measured.map(BigDecimal::stripTrailingZeros));
  }

  @Test
  void an_order_that_waits_for_a_higher_price_may_cost_that_though_only_its_volume_changes() {
    String id = place("type", "buy", "ordertype", "stop-loss", "price", "50000");
    assertMeasured("100000", id, "order_qty", "2");
    assertMeasured("120000", id, "order_qty", "2", "trigger_price", "60000");
    assertMeasured("80000", id, "order_qty", "2", "trigger_price", "40000");
  }

  @Test
  void a_trailing_orders_limit_counts_where_what_it_waits_for_puts_it() {
    String id =
        place(
            "type", "buy", "ordertype", "trailing-stop-limit", "price", "+100", "price2", "+100%");
    assertMeasured("75200", id, "order_qty", "1");
    assertMeasured("120000", id, "order_qty", "1", "trigger_price", "60000");
    assertThrows(
        FunctionFailure.class,
        () -> client.call("AmendOrder", "txid", id, "order_qty", "1", "limit_price", "1"));
  }

  @Test
  void what_a_released_order_once_waited_for_is_past() {
    String id =
        place(
            "type", "sell", "ordertype", "take-profit-limit", "price", "50000", "price2", "45000");
    Client other = Client.of(exchange);
    other.order("sell", "0.0001", "XBTUSD", "50000");
    Client.of(exchange).order("buy", "0.0001", "XBTUSD", "50000");
    other.order("sell", "0.0001", "XBTUSD", "40000");
    Client.of(exchange).order("buy", "0.0001", "XBTUSD", "40000");
    assertMeasured("90000", id, "order_qty", "2");
  }

  @Test
  void what_follows_the_order_once_it_is_filled_counts_with_the_new_volume() {
    String id =
        place(
            "type",
            "buy",
            "ordertype",
            "limit",
            "price",
            "30000",
            "close[ordertype]",
            "limit",
            "close[price]",
            "50000");
    // 2 at the last price of 37,500, and 2 at 50,000
    assertMeasured("175000", id, "order_qty", "2");
    assertMeasured("180000", id, "order_qty", "2", "limit_price", "40000");
  }

  @Test
  void nothing_but_the_order_counts_where_nothing_follows() {
    String id = place("type", "buy", "ordertype", "limit", "price", "30000");
    assertMeasured("75000", id, "order_qty", "2");
  }
}
