package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doublelock.function.Arguments;
import org.doublelock.function.Measure;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.doublelock.sandbox.Functions;
import org.junit.jupiter.api.Test;

/** Several orders in one call. */
class OrderBatchTest {

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Client client = Client.of(exchange);

  @Test
  void a_batch_places_its_orders_and_tells_what_was_refused() {
    JsonArray orders =
        client
            .call(
                "AddOrderBatch",
                "pair",
                "XBTUSD",
                "orders[0][ordertype]",
                "limit",
                "orders[0][type]",
                "buy",
                "orders[0][price]",
                "30000",
                "orders[0][volume]",
                "0.01",
                "orders[1][ordertype]",
                "limit",
                "orders[1][type]",
                "sell",
                "orders[1][price]",
                "60000",
                "orders[1][volume]",
                "1000")
            .getJsonArray("orders");
    String id = orders.getJsonObject(0).getString("txid");
    assertEquals("open", client.queried(id).getString("status"));
    assertEquals("{\"error\":\"EOrder:Insufficient funds\"}", orders.getJsonObject(1).toString());
  }

  @Test
  void a_batch_with_an_order_that_is_none_places_nothing() {
    assertEquals(
        "EGeneral:Invalid arguments:ordertype",
        client.refusal(
            "AddOrderBatch",
            "pair",
            "XBTUSD",
            "orders[0][ordertype]",
            "limit",
            "orders[0][type]",
            "buy",
            "orders[0][price]",
            "30000",
            "orders[0][volume]",
            "0.01",
            "orders[1][type]",
            "sell"));
    assertTrue(client.call("OpenOrders").getJsonObject("open").isEmpty());
    assertEquals(
        "EGeneral:Invalid arguments:orders", client.refusal("AddOrderBatch", "pair", "XBTUSD"));
  }

  @Test
  void a_batch_costs_what_its_orders_do_whatever_one_of_them_says_of_being_only_looked_at() {
    Measure measure = Functions.on(exchange).get("AddOrderBatch").measure().orElseThrow();
    Map<String, String> batch = new HashMap<>(Map.of("pair", "XBTUSD"));
    for (String each : List.of("0", "1")) {
      batch.put("orders[" + each + "][ordertype]", "limit");
      batch.put("orders[" + each + "][type]", "buy");
      batch.put("orders[" + each + "][price]", "37500");
      batch.put("orders[" + each + "][volume]", "1");
      batch.put("orders[" + each + "][validate]", "1");
    }
    assertEquals(
        0, new BigDecimal("75000").compareTo(measure.of(new Arguments(batch)).orElseThrow()));
  }

  @Test
  void a_batch_is_of_one_pair_whatever_one_of_its_orders_says() {
    JsonArray placed =
        client
            .call(
                "AddOrderBatch",
                "pair",
                "XBTUSD",
                "orders[0][ordertype]",
                "limit",
                "orders[0][type]",
                "buy",
                "orders[0][volume]",
                "0.01",
                "orders[0][price]",
                "30000",
                "orders[1][pair]",
                "ETHUSD",
                "orders[1][ordertype]",
                "limit",
                "orders[1][type]",
                "buy",
                "orders[1][volume]",
                "0.01",
                "orders[1][price]",
                "30000")
            .getJsonArray("orders");
    assertTrue(
        placed.getJsonObject(1).getJsonObject("descr").getString("order").contains("XBTUSD"));
  }
}
