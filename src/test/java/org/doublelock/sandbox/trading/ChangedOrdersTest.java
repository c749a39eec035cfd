package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.function.Arguments;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.doublelock.sandbox.Functions;
import org.junit.jupiter.api.Test;

/** Orders that are edited, amended, batched, or cancelled after a while. */
class ChangedOrdersTest {

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Client client = Client.of(exchange);
  private final Client other = Client.of(exchange);

  @Test
  void an_edited_order_is_another_one_in_its_place() {
    String id = client.order("buy", "0.01", "XBTUSD", "30000", "userref", "7");
    JsonObject edited =
        client.call("EditOrder", "txid", id, "pair", "XBTUSD", "price", "31000", "volume", "0.02");
    assertEquals("ok", edited.getString("status"));
    assertEquals(id, edited.getString("originaltxid"));
    assertEquals(1, edited.getInt("orders_cancelled"));
    assertEquals(
        "buy 0.02000000 XBTUSD @ limit 31000.0", edited.getJsonObject("descr").getString("order"));
    assertEquals("canceled", client.queried(id).getString("status"));
    JsonObject placed = client.queried(edited.getString("txid"));
    assertEquals(7, placed.getInt("userref"));
    assertEquals("621.6120", client.held("ZUSD"));
  }

  @Test
  void an_edit_that_cannot_be_paid_for_changes_nothing() {
    String id = client.order("sell", "1", "XBTUSD", "60000");
    assertEquals(
        "EOrder:Insufficient funds",
        client.refusal("EditOrder", "txid", id, "pair", "XBTUSD", "volume", "11"));
    assertEquals("open", client.queried(id).getString("status"));
    assertEquals(
        "EOrder:Unknown order",
        other.refusal("EditOrder", "txid", id, "pair", "XBTUSD", "volume", "2"));
  }

  @Test
  void an_amended_order_keeps_its_id_and_tells_what_it_was() {
    String id = client.order("buy", "0.01", "XBTUSD", "30000", "cl_ord_id", "mine");
    String amend =
        client
            .call("AmendOrder", "cl_ord_id", "mine", "limit_price", "30500", "order_qty", "0.02")
            .getString("amend_id");
    JsonObject order = client.queried(id);
    assertEquals("open", order.getString("status"));
    assertEquals("0.02000000", order.getString("vol"));
    assertEquals("611.5860", client.held("ZUSD"));
    JsonObject history = client.call("OrderAmends", "order_id", id);
    assertEquals(2, history.getInt("count"));
    JsonArray amends = history.getJsonArray("amends");
    assertEquals("original", amends.getJsonObject(0).getString("amend_type"));
    assertEquals("30000.0", amends.getJsonObject(0).getString("limit_price"));
    assertEquals(amend, amends.getJsonObject(1).getString("amend_id"));
    assertEquals("30500.0", amends.getJsonObject(1).getString("limit_price"));
  }

  @Test
  void an_amended_limit_trades_at_once_where_somebody_stands() {
    other.order("sell", "0.01", "XBTUSD", "31000");
    String id = client.order("buy", "0.02", "XBTUSD", "30000");
    assertEquals(
        "EOrder:Post only order",
        client.refusal("AmendOrder", "txid", id, "limit_price", "31000", "post_only", "true"));
    client.call("AmendOrder", "txid", id, "limit_price", "31000");
    assertEquals("0.01000000", client.queried(id).getString("vol_exec"));
    client.call("AmendOrder", "txid", id, "order_qty", "0.005");
    assertEquals("canceled", client.queried(id).getString("status"));
    assertEquals("0.0000", client.held("ZUSD"));
  }

  @Test
  void a_waiting_order_can_be_given_another_trigger() {
    String id =
        client
            .call(
                "AddOrder",
                "pair",
                "XBTUSD",
                "type",
                "sell",
                "ordertype",
                "stop-loss",
                "volume",
                "0.01",
                "price",
                "30000")
            .getJsonArray("txid")
            .getString(0);
    client.call("AmendOrder", "txid", id, "trigger_price", "31000");
    assertEquals("31000.00000", client.queried(id).getString("stopprice"));
    assertEquals(
        "EGeneral:Invalid arguments:limit_price",
        client.refusal("AmendOrder", "txid", id, "limit_price", "31000"));
    assertEquals("EGeneral:Invalid arguments:txid", client.refusal("AmendOrder"));
  }

  @Test
  void an_order_for_so_much_money_that_waits_is_edited_as_the_volume_that_it_became() {
    String id =
        client
            .call(
                "AddOrder",
                "pair",
                "XBTUSD",
                "type",
                "buy",
                "ordertype",
                "market",
                "volume",
                "1000",
                "oflags",
                "viqc",
                "starttm",
                "+60")
            .getJsonArray("txid")
            .getString(0);
    JsonObject edited = client.call("EditOrder", "txid", id, "pair", "XBTUSD", "userref", "7");
    assertEquals(client.queried(id).getString("vol"), edited.getString("volume"));
    String placed = edited.getString("txid");
    assertEquals(client.queried(id).getString("vol"), client.queried(placed).getString("vol"));
  }

  @Test
  void orders_are_cancelled_together_by_any_of_their_names() {
    String byId = client.order("buy", "0.01", "XBTUSD", "30000");
    client.order("buy", "0.01", "XBTUSD", "30000", "userref", "12");
    client.order("buy", "0.1", "ETHUSD", "1000", "cl_ord_id", "third");
    client.order("buy", "0.1", "ETHUSD", "1000");
    assertEquals(
        3,
        client
            .call("CancelOrderBatch", "orders", byId + ",12", "cl_ord_ids[0]", "third")
            .getInt("count"));
    assertEquals(1, client.call("OpenOrders").getJsonObject("open").size());
    assertEquals("EGeneral:Invalid arguments:orders", client.refusal("CancelOrderBatch"));
  }

  @Test
  void all_orders_are_cancelled_when_nobody_called_in_time() {
    String id = client.order("buy", "0.01", "XBTUSD", "30000");
    JsonObject set = client.call("CancelAllOrdersAfter", "timeout", "60");
    assertEquals("2026-11-23T12:00:00Z", set.getString("currentTime"));
    assertEquals("2026-11-23T12:01:00Z", set.getString("triggerTime"));
    client.later(Duration.ofSeconds(30)).call("CancelAllOrdersAfter", "timeout", "60");
    Client put = client.later(Duration.ofSeconds(70));
    assertEquals("open", put.queried(id).getString("status"), "put off");
    new DueOrders(exchange).settle(client.now().plusSeconds(91));
    assertEquals("canceled", put.queried(id).getString("status"));
    assertEquals("0", client.call("CancelAllOrdersAfter", "timeout", "0").getString("triggerTime"));
    assertEquals(
        "EGeneral:Invalid arguments:timeout",
        client.refusal("CancelAllOrdersAfter", "timeout", "86401"));
  }

  @Test
  void what_a_change_may_cost_is_told_before_it_is_made() {
    String id = client.order("buy", "0.01", "XBTUSD", "30000");
    var functions = Functions.on(exchange);
    Arguments larger = new Arguments(Map.of("txid", id, "order_qty", "2"));
    assertEquals(
        Optional.of(new BigDecimal("75000.0000")),
        functions.get("AmendOrder").measure().orElseThrow().of(larger));
    Arguments unknown = new Arguments(Map.of("txid", "ONONE", "order_qty", "2"));
    assertEquals(Optional.empty(), functions.get("AmendOrder").measure().orElseThrow().of(unknown));
    Arguments edited = new Arguments(Map.of("txid", id, "volume", "1", "pair", "XBTUSD"));
    assertEquals(
        Optional.of(new BigDecimal("37500.0000")),
        functions.get("EditOrder").measure().orElseThrow().of(edited));
  }

  @Test
  void trades_fees_and_positions_are_told_as_published() {
    other.order("sell", "0.01", "XBTUSD", "30000");
    client.order("buy", "0.01", "XBTUSD", "30000");
    String trade = client.call("TradesHistory").getJsonObject("trades").keySet().iterator().next();
    assertEquals(
        "30000.00000",
        client.call("QueryTrades", "txid", trade).getJsonObject(trade).getString("price"));
    assertEquals("EQuery:Unknown trade", other.refusal("QueryTrades", "txid", trade));
    JsonObject volume = client.call("TradeVolume", "pair", "XBTUSD");
    assertEquals("300.0000", volume.getString("volume"));
    assertEquals("0.2600", volume.getJsonObject("fees").getJsonObject("XXBTZUSD").getString("fee"));
    assertEquals(
        "0.1600", volume.getJsonObject("fees_maker").getJsonObject("XXBTZUSD").getString("fee"));
    assertFalse(client.call("TradeVolume").containsKey("fees"));
    assertTrue(client.call("OpenPositions").isEmpty());
    assertEquals(List.of(), client.list("OpenPositions", "consolidation", "market"));
  }

  @Test
  void the_history_of_an_order_needs_the_permission_for_its_state() {
    String id = client.order("buy", "0.01", "XBTUSD", "30000");
    assertEquals(
        "EGeneral:Permission denied",
        client
            .permittedOnly(Permission.QUERY_CLOSED_TRADES)
            .refusal("OrderAmends", "order_id", id));
    assertEquals(1, client.call("OrderAmends", "order_id", id).getInt("count"));
  }

  @Test
  void an_order_that_takes_anothers_place_prevents_trades_with_itself_as_that_did() {
    String resting = client.order("sell", "0.01", "XBTUSD", "39000");
    String id = client.order("buy", "0.01", "XBTUSD", "30000", "stptype", "cancel-oldest");
    String edited =
        client.call("EditOrder", "txid", id, "pair", "XBTUSD", "price", "39000").getString("txid");
    assertEquals("canceled", client.queried(resting).getString("status"));
    assertEquals("open", client.queried(edited).getString("status"));
  }

  @Test
  void what_was_executed_of_an_order_counts_with_the_one_that_takes_its_place() {
    String id = client.order("buy", "0.02", "XBTUSD", "30000");
    other.order("sell", "0.005", "XBTUSD", "30000");
    assertEquals(
        "EGeneral:Invalid arguments:volume",
        client.refusal("EditOrder", "txid", id, "pair", "XBTUSD", "volume", "0.005"));
    String edited =
        client.call("EditOrder", "txid", id, "pair", "XBTUSD", "price", "30001").getString("txid");
    assertEquals("0.01500000", client.queried(edited).getString("vol"));
    assertEquals("0.00500000", client.queried(id).getString("vol_exec"));
  }
}
