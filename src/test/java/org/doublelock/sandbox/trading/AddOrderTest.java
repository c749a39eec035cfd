package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddOrderTest {

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Client client = Client.of(exchange);

  /** A right order with some arguments changed, those set to nothing left out. */
  private static String[] order(String... changes) {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("pair", "XBTUSD");
    arguments.put("type", "buy");
    arguments.put("ordertype", "limit");
    arguments.put("price", "37500");
    arguments.put("volume", "1.25");
    for (int i = 0; i < changes.length; i += 2) {
      arguments.put(changes[i], changes[i + 1]);
    }
    List<String> sent = new ArrayList<>();
    arguments.forEach(
        (name, value) -> {
          if (value != null) {
            sent.addAll(List.of(name, value));
          }
        });
    return sent.toArray(String[]::new);
  }

  @Test
  void answers_as_published() {
    JsonObject answer = client.call("AddOrder", order());
    assertEquals(
        "buy 1.25 XBTUSD @ limit 37500.0", answer.getJsonObject("descr").getString("order"));
    assertEquals(1, answer.getJsonArray("txid").size());
    String id = answer.getJsonArray("txid").getString(0);
    assertTrue(id.matches("O[A-Z2-7]{5}-[A-Z2-7]{5}-[A-Z2-7]{6}"), id);
  }

  @Test
  void an_order_stands_among_the_open_ones() {
    String id = client.call("AddOrder", order()).getJsonArray("txid").getString(0);
    JsonObject open = client.call("OpenOrders").getJsonObject("open").getJsonObject(id);
    assertEquals("open", open.getString("status"));
    assertEquals("1.25000000", open.getString("vol"));
    assertEquals("0.00000000", open.getString("vol_exec"));
    JsonObject description = open.getJsonObject("descr");
    assertEquals("XBTUSD", description.getString("pair"));
    assertEquals("buy", description.getString("type"));
    assertEquals("limit", description.getString("ordertype"));
    assertEquals("37500.0", description.getString("price"));
    assertEquals("buy 1.25000000 XBTUSD @ limit 37500.0", description.getString("order"));
  }

  @Test
  void validating_places_nothing() {
    JsonObject answer = client.call("AddOrder", order("validate", "true"));
    assertEquals(
        "buy 1.25 XBTUSD @ limit 37500.0", answer.getJsonObject("descr").getString("order"));
    assertFalse(answer.containsKey("txid"));
    assertTrue(client.call("OpenOrders").getJsonObject("open").isEmpty());
  }

  @Test
  void validating_finds_wrong_arguments() {
    assertEquals(
        "EQuery:Unknown asset pair",
        client.refusal("AddOrder", order("validate", "true", "pair", "XBTXXX")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"XBTUSD", "XXBTZUSD", "XBT/USD"})
  void takes_a_pair_by_any_name(String pair) {
    assertTrue(client.call("AddOrder", order("pair", pair)).containsKey("txid"));
  }

  @ParameterizedTest
  @CsvSource({
    "volume, '', EGeneral:Invalid arguments:volume",
    "volume, abc, EGeneral:Invalid arguments:volume",
    "volume, -1, EGeneral:Invalid arguments:volume",
    "volume, 0, EGeneral:Invalid arguments:volume",
    "volume, 1.123456789, EGeneral:Invalid arguments:volume",
    "volume, 1e999999999, EGeneral:Invalid arguments:volume",
    "volume, 1e20, EGeneral:Invalid arguments:volume",
    "volume, ١, EGeneral:Invalid arguments:volume",
    "volume, 0.00009, EOrder:Order minimum not met",
    "price, '', EGeneral:Invalid arguments:price",
    "price, 0, EGeneral:Invalid arguments:price",
    "price, -5, EGeneral:Invalid arguments:price",
    "price, +5%, EGeneral:Invalid arguments:price",
    "price, 37500.01, EOrder:Invalid price:XXBTZUSD price can only be specified up to 1 decimals.",
    "price, 0.1, EOrder:Cost minimum not met",
    "pair, '', EGeneral:Invalid arguments",
    "pair, NOPE, EQuery:Unknown asset pair",
    "type, '', EGeneral:Invalid arguments",
    "type, hold, EGeneral:Invalid arguments",
    "ordertype, '', EGeneral:Invalid arguments",
    "ordertype, stop-loss, EGeneral:Invalid arguments",
    "timeinforce, GTD, EGeneral:Invalid arguments",
    "oflags, viqc, EGeneral:Invalid arguments",
    "oflags, 'fcib,fciq', EGeneral:Invalid arguments",
    "leverage, 2:1, EGeneral:Invalid arguments",
    "reduce_only, true, EGeneral:Invalid arguments",
    "starttm, +60, EGeneral:Invalid arguments",
    "expiretm, +60, EGeneral:Invalid arguments",
    "close[ordertype], limit, EGeneral:Invalid arguments",
    "userref, 2147483648, EGeneral:Invalid arguments",
    "userref, abc, EGeneral:Invalid arguments",
    "cl_ord_id, with space, EGeneral:Invalid arguments",
    "stptype, cancel-all, EGeneral:Invalid arguments",
    "deadline, tomorrow, EGeneral:Invalid arguments",
    "deadline, 2026-11-23T11:59:59Z, EService:Deadline elapsed"
  })
  void refuses_wrong_arguments_with_the_published_errors(
      String name, String value, String expected) {
    assertEquals(expected, client.refusal("AddOrder", order(name, value)));
  }

  @Test
  void refuses_a_market_order_that_is_only_to_be_posted() {
    assertEquals(
        "EGeneral:Invalid arguments",
        client.refusal("AddOrder", order("ordertype", "market", "oflags", "post")));
  }

  @Test
  void tolerates_what_clients_send_without_meaning_it() {
    String[] sent =
        order(
            "position",
            "0",
            "close",
            "{}",
            "leverage",
            "none",
            "starttm",
            "0",
            "expiretm",
            "0",
            "price",
            "37500.000",
            "volume",
            "1.250000000000",
            "trading_agreement",
            "agree",
            "oflags",
            "fciq,post",
            "deadline",
            "2026-11-23T12:00:30+00:00");
    assertTrue(client.call("AddOrder", sent).containsKey("txid"));
  }

  @Test
  void refuses_what_the_account_cannot_pay() {
    assertEquals("EOrder:Insufficient funds", client.refusal("AddOrder", order("volume", "6.7")));
    assertEquals(
        "EOrder:Insufficient funds",
        client.refusal("AddOrder", order("type", "sell", "volume", "10.00000001")));
    assertEquals("0.0000", client.held("ZUSD"));
  }

  @Test
  void reserves_for_one_order_what_another_cannot_have_too() {
    client.order("sell", "6", "XBTUSD", "40000");
    assertEquals(
        "EOrder:Insufficient funds",
        client.refusal("AddOrder", order("type", "sell", "volume", "4.1")));
    assertEquals("6.0000000000", client.held("XXBT"));
  }

  @Test
  void keeps_what_the_client_calls_its_orders() {
    String numbered = client.order("buy", "1", "XBTUSD", "1000", "userref", "-7");
    String named = client.order("buy", "1", "XBTUSD", "1000", "cl_ord_id", "my-order_1");
    assertEquals(-7, client.queried(numbered).getInt("userref"));
    assertEquals("my-order_1", client.queried(named).getString("cl_ord_id"));
    assertEquals(
        "EGeneral:Invalid arguments",
        client.refusal("AddOrder", order("userref", "1", "cl_ord_id", "a")));
  }

  @Test
  void limits_how_many_orders_of_a_pair_are_open() {
    for (int i = 0; i < OrderEntry.OPEN_ORDERS_LIMIT; i++) {
      client.order("buy", "1", "XBTUSD", "10");
    }
    assertEquals("EOrder:Orders limit exceeded", client.refusal("AddOrder", order()));
    assertTrue(client.call("AddOrder", order("pair", "ETHUSD")).containsKey("txid"));
  }
}
