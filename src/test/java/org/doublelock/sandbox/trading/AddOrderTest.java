package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.doublelock.function.FunctionFailure;
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
        "buy 1.25000000 XBTUSD @ limit 37500.0", answer.getJsonObject("descr").getString("order"));
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
        "buy 1.25000000 XBTUSD @ limit 37500.0", answer.getJsonObject("descr").getString("order"));
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
    "volume, 7e-5, EGeneral:Invalid arguments:volume",
    "volume, ., EGeneral:Invalid arguments:volume",
    "volume, 1e20, EGeneral:Invalid arguments:volume",
    "volume, ١, EGeneral:Invalid arguments:volume",
    "volume, 0.00009, EOrder:Order minimum not met",
    "price, '', EGeneral:Invalid arguments:price",
    "price, 0, EGeneral:Invalid arguments:price",
    "price, 5%, EGeneral:Invalid arguments:price",
    "price, -37500, EGeneral:Invalid arguments:price",
    "price, 37500.01, EOrder:Invalid price:XXBTZUSD price can only be specified up to 1 decimals.",
    "price, 0.1, EOrder:Cost minimum not met",
    "pair, '', EGeneral:Invalid arguments:pair",
    "pair, NOPE, EQuery:Unknown asset pair",
    "type, '', EGeneral:Invalid arguments:type",
    "type, hold, EGeneral:Invalid arguments:type",
    "ordertype, '', EGeneral:Invalid arguments:ordertype",
    "ordertype, settle-position, EGeneral:Invalid arguments:ordertype",
    "ordertype, iceberg, EGeneral:Invalid arguments:displayvol",
    "displayvol, 1, EGeneral:Invalid arguments:displayvol",
    "price2, 1, EGeneral:Invalid arguments:price2",
    "trigger, mark, EGeneral:Invalid arguments:trigger",
    "timeinforce, GTD, EGeneral:Invalid arguments:expiretm",
    "timeinforce, GTX, EGeneral:Invalid arguments:timeinforce",
    "oflags, viqc, EGeneral:Invalid arguments:oflags",
    "oflags, 'fcib,fciq', EGeneral:Invalid arguments:oflags",
    "leverage, 2:1, EGeneral:Invalid arguments:leverage",
    "reduce_only, true, EGeneral:Invalid arguments:reduce_only",
    "starttm, soon, EGeneral:Invalid arguments:starttm",
    "expiretm, 1000000000, EGeneral:Invalid arguments:expiretm",
    "close[ordertype], limit, EGeneral:Invalid arguments:close[price]",
    "close[ordertype], market, EGeneral:Invalid arguments:close[ordertype]",
    "close[price], 1, EGeneral:Invalid arguments:close[ordertype]",
    "userref, 2147483648, EGeneral:Invalid arguments:userref",
    "userref, abc, EGeneral:Invalid arguments:userref",
    "cl_ord_id, nineteen characters, EGeneral:Invalid arguments:cl_ord_id",
    "cl_ord_id, naïve, EGeneral:Invalid arguments:cl_ord_id",
    "stptype, cancel-all, EGeneral:Invalid arguments:stptype",
    "deadline, tomorrow, EGeneral:Invalid arguments:deadline",
    "deadline, 2026-11-23T11:59:59Z, EService:Deadline elapsed"
  })
  void refuses_wrong_arguments_with_the_published_errors(
      String name, String value, String expected) {
    assertEquals(expected, client.refusal("AddOrder", order(name, value)));
  }

  @Test
  void refuses_a_market_order_that_is_only_to_be_posted() {
    assertEquals(
        "EGeneral:Invalid arguments:oflags",
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
        "EGeneral:Invalid arguments:cl_ord_id",
        client.refusal("AddOrder", order("userref", "1", "cl_ord_id", "a")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6d1b345e-2821-40e2-ad83-4ecb18a06876",
        "da8e4ad59b78481c93e589746b0cf91f",
        "my order #1 (again"
      })
  void takes_the_published_ids_of_clients(String id) {
    String order = client.order("buy", "1", "XBTUSD", "1000", "cl_ord_id", id);
    assertEquals(id, client.queried(order).getString("cl_ord_id"));
  }

  @Test
  void an_id_of_the_client_is_taken_once_while_its_order_is_open() {
    String first = client.order("buy", "1", "XBTUSD", "1000", "cl_ord_id", "retry");
    assertEquals("EOrder:Duplicate order", client.refusal("AddOrder", order("cl_ord_id", "retry")));
    assertEquals(
        "EOrder:Duplicate order",
        client.refusal("AddOrder", order("pair", "LTCEUR", "price", "60", "cl_ord_id", "retry")),
        "in another pair");
    Client other = Client.of(exchange);
    assertFalse(other.order("buy", "1", "XBTUSD", "1000", "cl_ord_id", "retry").isEmpty());
    client.call("CancelOrder", "txid", first);
    assertFalse(client.order("buy", "1", "XBTUSD", "1000", "cl_ord_id", "retry").isEmpty());
  }

  @Test
  void of_two_calls_at_once_with_one_id_one_is_taken() throws Exception {
    client.call("Balance");
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 10; round++) {
        String id = "round " + round;
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (String pair : List.of("XBTUSD", "LTCEUR")) {
          calls.add(() -> isTaken(start, pair, id));
        }
        List<Boolean> taken = new ArrayList<>();
        for (Future<Boolean> call : both.invokeAll(calls)) {
          taken.add(call.get());
        }
        assertEquals(Set.of(true, false), Set.copyOf(taken), id);
      }
    } finally {
      both.shutdown();
    }
  }

  private boolean isTaken(CyclicBarrier start, String pair, String id) throws Exception {
    start.await();
    try {
      client.order("buy", "1", pair, "10", "cl_ord_id", id);
      return true;
    } catch (FunctionFailure refused) {
      assertEquals("EOrder:Duplicate order", refused.wireError());
      return false;
    }
  }

  @Test
  void reads_a_volume_that_begins_with_its_point() {
    JsonObject answer = client.call("AddOrder", order("volume", ".002"));
    assertEquals(
        "buy 0.00200000 XBTUSD @ limit 37500.0", answer.getJsonObject("descr").getString("order"));
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
