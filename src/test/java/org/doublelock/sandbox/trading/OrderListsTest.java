package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.doublelock.apikey.Permission;
import org.doublelock.function.PrivateFunction;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.doublelock.sandbox.Functions;
import org.junit.jupiter.api.Test;

class OrderListsTest {

  private final Map<String, PrivateFunction> functions = Functions.on(ExchangeOn.memory());
  private final Client client = Client.of(functions);
  private final Client other = Client.of(functions);

  private static List<String> ids(JsonObject orders) {
    return List.copyOf(orders.keySet());
  }

  private String cancelled(Client at) {
    String id = at.order("buy", "1", "XBTUSD", "1000");
    at.call("CancelOrder", "txid", id);
    return id;
  }

  @Test
  void open_orders_have_the_published_fields() {
    client.order("buy", "1", "XBTUSD", "1000");
    JsonObject order =
        client.call("OpenOrders").getJsonObject("open").values().iterator().next().asJsonObject();
    assertTrue(
        order
            .keySet()
            .containsAll(
                Set.of(
                    "refid",
                    "userref",
                    "status",
                    "opentm",
                    "starttm",
                    "expiretm",
                    "descr",
                    "vol",
                    "vol_exec",
                    "cost",
                    "fee",
                    "price",
                    "stopprice",
                    "limitprice",
                    "misc",
                    "oflags")));
    assertFalse(order.containsKey("closetm"));
    assertFalse(order.containsKey("trades"));
    assertEquals(
        Set.of("pair", "type", "ordertype", "price", "price2", "leverage", "order", "close"),
        order.getJsonObject("descr").keySet());
    assertEquals("1795435200.000000", order.getJsonNumber("opentm").toString());
    assertEquals("fciq", order.getString("oflags"));
  }

  @Test
  void open_orders_show_their_trades_when_asked_to() {
    other.order("sell", "0.5", "XBTUSD", "1000");
    client.order("buy", "1", "XBTUSD", "1000");
    JsonObject order =
        client
            .call("OpenOrders", "trades", "true")
            .getJsonObject("open")
            .values()
            .iterator()
            .next()
            .asJsonObject();
    assertEquals(1, order.getJsonArray("trades").size());
  }

  @Test
  void open_orders_can_be_narrowed_to_a_reference() {
    String marked = client.order("buy", "1", "XBTUSD", "1000", "userref", "5");
    client.order("buy", "1", "XBTUSD", "1000");
    assertEquals(
        List.of(marked), ids(client.call("OpenOrders", "userref", "5").getJsonObject("open")));
    assertEquals(
        "EGeneral:Invalid arguments:userref", client.refusal("OpenOrders", "userref", "x"));
  }

  @Test
  void nobody_sees_the_orders_of_another_account() {
    String id = cancelled(other);
    other.order("buy", "1", "XBTUSD", "1000");
    assertTrue(client.call("OpenOrders").getJsonObject("open").isEmpty());
    assertTrue(client.call("ClosedOrders").getJsonObject("closed").isEmpty());
    assertEquals("EOrder:Unknown order", client.refusal("QueryOrders", "txid", id));
  }

  @Test
  void closed_orders_come_with_the_last_closed_first() {
    String first = cancelled(client);
    String second = cancelled(client.later(Duration.ofSeconds(1)));
    client.order("buy", "1", "XBTUSD", "1000");
    JsonObject answer = client.call("ClosedOrders");
    assertEquals(List.of(second, first), ids(answer.getJsonObject("closed")));
    assertEquals(2, answer.getInt("count"));
    JsonObject order = answer.getJsonObject("closed").getJsonObject(second);
    assertEquals("canceled", order.getString("status"));
    assertEquals("1795435201.000000", order.getJsonNumber("closetm").toString());
    assertFalse(client.call("ClosedOrders", "without_count", "true").containsKey("count"));
  }

  @Test
  void closed_orders_come_fifty_to_a_page() {
    List<String> placed = new ArrayList<>();
    for (int i = 0; i < 53; i++) {
      placed.add(0, cancelled(client.later(Duration.ofSeconds(i))));
    }
    JsonObject first = client.call("ClosedOrders");
    assertEquals(placed.subList(0, 50), ids(first.getJsonObject("closed")));
    assertEquals(53, first.getInt("count"));
    JsonObject second = client.call("ClosedOrders", "ofs", "50");
    assertEquals(placed.subList(50, 53), ids(second.getJsonObject("closed")));
    assertEquals(53, second.getInt("count"));
    assertEquals("EGeneral:Invalid arguments:ofs", client.refusal("ClosedOrders", "ofs", "-1"));
  }

  @Test
  void a_start_is_exclusive_and_an_end_inclusive() {
    cancelled(client);
    String middle = cancelled(client.later(Duration.ofSeconds(1)));
    cancelled(client.later(Duration.ofSeconds(2)));
    String start = Long.toString(Client.START.getEpochSecond());
    String end = Long.toString(Client.START.getEpochSecond() + 1);
    JsonObject answer = client.call("ClosedOrders", "start", start, "end", end);
    assertEquals(List.of(middle), ids(answer.getJsonObject("closed")));
    assertEquals(1, answer.getInt("count"));
  }

  @Test
  void an_order_can_stand_for_its_time() {
    String first = cancelled(client);
    String second = cancelled(client.later(Duration.ofSeconds(1)));
    assertEquals(
        List.of(second), ids(client.call("ClosedOrders", "start", first).getJsonObject("closed")));
    assertEquals(
        List.of(first), ids(client.call("ClosedOrders", "end", first).getJsonObject("closed")));
    assertEquals(
        "EGeneral:Invalid arguments:start",
        client.refusal("ClosedOrders", "start", "OAAAAA-BBBBB-CCCCCC"));
  }

  @Test
  void the_time_to_search_by_can_be_chosen() {
    String id = client.order("buy", "1", "XBTUSD", "1000");
    client.later(Duration.ofSeconds(10)).call("CancelOrder", "txid", id);
    String between = Long.toString(Client.START.getEpochSecond() + 5);
    for (String by : List.of("close", "both")) {
      JsonObject answer = client.call("ClosedOrders", "start", between, "closetime", by);
      assertEquals(List.of(id), ids(answer.getJsonObject("closed")), by);
    }
    assertEquals(
        0, client.call("ClosedOrders", "start", between, "closetime", "open").getInt("count"));
    assertEquals(
        "EGeneral:Invalid arguments:closetime", client.refusal("ClosedOrders", "closetime", "x"));
  }

  @Test
  void a_key_sees_closed_orders_of_its_query_range_only() {
    String first = cancelled(client);
    String second = cancelled(client.later(Duration.ofSeconds(1)));
    String third = cancelled(client.later(Duration.ofSeconds(2)));
    String open = client.order("buy", "1", "XBTUSD", "1000");
    Client limited = client.querying(Client.START.plusSeconds(1), Client.START.plusSeconds(1));
    assertEquals(List.of(second), ids(limited.call("ClosedOrders").getJsonObject("closed")));
    assertEquals(1, limited.call("ClosedOrders").getInt("count"));
    for (String bound : List.of("start", "end")) {
      for (String outside : List.of(first, third)) {
        assertEquals(
            limited.refusal("ClosedOrders", bound, "OAAAAA-BBBBB-CCCCCC"),
            limited.refusal("ClosedOrders", bound, outside),
            "as an order that does not exist");
      }
    }
    assertEquals(1, limited.call("ClosedOrders", "end", second).getInt("count"));
    assertEquals(0, limited.call("ClosedOrders", "end", open).getInt("count"));
    assertEquals(
        "EGeneral:Invalid arguments:end",
        limited.permittedOnly(Permission.QUERY_CLOSED_TRADES).refusal("ClosedOrders", "end", open));
    assertEquals("EOrder:Unknown order", limited.refusal("QueryOrders", "txid", first));
    assertEquals("canceled", limited.queried(second).getString("status"));
  }

  @Test
  void an_order_is_shown_to_a_key_with_the_permission_for_its_status() {
    String open = client.order("buy", "1", "XBTUSD", "1000");
    String closed = cancelled(client);
    Client forOpen = client.permittedOnly(Permission.QUERY_OPEN_TRADES);
    Client forClosed = client.permittedOnly(Permission.QUERY_CLOSED_TRADES);
    assertEquals("open", forOpen.queried(open).getString("status"));
    assertEquals("canceled", forClosed.queried(closed).getString("status"));
    assertEquals("EGeneral:Permission denied", forOpen.refusal("QueryOrders", "txid", closed));
    assertEquals("EGeneral:Permission denied", forClosed.refusal("QueryOrders", "txid", open));
    assertEquals(
        "EGeneral:Permission denied", forOpen.refusal("QueryOrders", "txid", open + "," + closed));
  }

  @Test
  void several_orders_can_be_queried_up_to_fifty() {
    String one = client.order("buy", "1", "XBTUSD", "1000");
    String two = client.order("buy", "1", "XBTUSD", "1000");
    assertEquals(Set.of(one, two), client.call("QueryOrders", "txid", one + ", " + two).keySet());
    assertEquals("EGeneral:Invalid arguments:txid", client.refusal("QueryOrders"));
    String many = String.join(",", IntStream.range(0, 51).mapToObj(i -> "O" + i).toList());
    assertEquals("EGeneral:Invalid arguments:txid", client.refusal("QueryOrders", "txid", many));
  }
}
