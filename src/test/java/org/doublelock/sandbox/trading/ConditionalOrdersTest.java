package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders that wait: for the last price, for their time, or for another order. */
class ConditionalOrdersTest {

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Client client = Client.of(exchange);
  private final Client other = Client.of(exchange);

  private static String place(Client who, String type, String kind, String volume, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("pair", "XBTUSD", "type", type, "ordertype", kind, "volume", volume));
    arguments.addAll(List.of(more));
    return who.call("AddOrder", arguments.toArray(String[]::new)).getJsonArray("txid").getString(0);
  }

  /** Lets the last price be this. */
  private void trade(String price) {
    other.order("sell", "0.0001", "XBTUSD", price);
    Client.of(exchange).order("buy", "0.0001", "XBTUSD", price);
  }

  private String status(String order) {
    return client.queried(order).getString("status");
  }

  @ParameterizedTest
  @CsvSource({
    "sell, stop-loss, 37000, 37100, 36999",
    "buy, stop-loss, 38000, 37900, 38001",
    "sell, take-profit, 38000, 37900, 38000",
    "buy, take-profit, 37000, 37100, 37000"
  })
  void the_last_price_releases_an_order(
      String side, String kind, String trigger, String before, String releases) {
    trade("37500");
    String id = place(client, side, kind, "0.01", "price", trigger);
    assertEquals("open", status(id));
    trade(before);
    assertEquals("open", status(id), "not yet");
    trade(releases);
    assertEquals("canceled", status(id), "there was nobody to trade with");
    assertEquals("Insufficient liquidity", client.queried(id).getString("reason"));
  }

  @Test
  void a_released_order_trades_at_the_market() {
    trade("37500");
    String id = place(client, "sell", "stop-loss", "0.01", "price", "37000");
    other.order("buy", "1", "XBTUSD", "36900");
    Client third = Client.of(exchange);
    third.order("sell", "0.0001", "XBTUSD", "36900");
    JsonObject order = client.queried(id);
    assertEquals("closed", order.getString("status"));
    assertEquals("36900.00000", order.getString("price"));
    assertEquals("37000.00000", order.getString("stopprice"));
  }

  @Test
  void a_released_order_with_a_limit_rests_in_the_book_at_it() {
    trade("37500");
    String id =
        place(client, "sell", "stop-loss-limit", "0.01", "price", "37000", "price2", "36950");
    assertEquals("0.0000000000", client.held("XXBT"), "nothing is held while it waits");
    trade("36999");
    JsonObject order = client.queried(id);
    assertEquals("open", order.getString("status"));
    assertEquals("0.0100000000", client.held("XXBT"));
    JsonObject description = order.getJsonObject("descr");
    assertEquals(
        "sell 0.01000000 XBTUSD @ stop loss 37000.0 -> limit 36950.0",
        description.getString("order"));
    assertEquals("37000.0", description.getString("price"));
    assertEquals("36950.0", description.getString("price2"));
  }

  @Test
  void a_trailing_order_follows_the_price_and_turns_with_it() {
    trade("37500");
    String id = place(client, "sell", "trailing-stop", "0.01", "price", "+100");
    trade("38000");
    assertEquals("37900.00000", client.queried(id).getString("stopprice"));
    trade("37950");
    assertEquals("37900.00000", client.queried(id).getString("stopprice"), "it never goes back");
    assertEquals("open", status(id));
    trade("37899");
    assertEquals("canceled", status(id), "released, and nobody bought");
  }

  @Test
  void a_trailing_orders_limit_is_measured_from_where_it_was_released() {
    trade("40000");
    String id =
        place(client, "sell", "trailing-stop-limit", "0.01", "price", "+5%", "price2", "-50");
    JsonObject description = client.queried(id).getJsonObject("descr");
    assertEquals(
        "sell 0.01000000 XBTUSD @ trailing stop +5.0000% -> limit -50.0",
        description.getString("order"));
    trade("42000");
    trade("39000");
    assertEquals("39850.00000", client.queried(id).getString("limitprice"));
    assertEquals("open", status(id));
  }

  @Test
  void an_order_that_nobody_could_pay_for_is_cancelled_when_it_is_released() {
    trade("37500");
    String id = place(client, "sell", "stop-loss", "10", "price", "37000");
    client.order("sell", "9", "XBTUSD", "90000");
    trade("36000");
    assertEquals("Insufficient funds", client.queried(id).getString("reason"));
  }

  @Test
  void an_order_begins_at_its_time_and_is_over_at_its_end() {
    String id =
        client.order("buy", "0.01", "XBTUSD", "30000", "starttm", "+60", "expiretm", "+120");
    assertEquals("pending", status(id));
    assertEquals("0.0000", client.held("ZUSD"));
    Client later = client.later(Duration.ofSeconds(61));
    assertEquals("open", later.queried(id).getString("status"));
    assertFalse(later.held("ZUSD").equals("0.0000"));
    Client end = client.later(Duration.ofSeconds(120));
    assertEquals("expired", end.queried(id).getString("status"));
    assertEquals("0.0000", end.held("ZUSD"));
  }

  @Test
  void an_order_whose_end_has_come_trades_no_more() {
    String id =
        other.order("sell", "0.01", "XBTUSD", "37000", "timeinforce", "GTD", "expiretm", "+30");
    Client late = client.later(Duration.ofSeconds(31));
    String taker = late.order("buy", "0.01", "XBTUSD", "37000");
    assertEquals("open", late.queried(taker).getString("status"));
    assertEquals("expired", other.later(Duration.ofSeconds(31)).queried(id).getString("status"));
  }

  @Test
  void an_order_is_filled_in_full_or_not_at_all() {
    other.order("sell", "0.5", "XBTUSD", "37000");
    String much = client.order("buy", "0.6", "XBTUSD", "37000", "timeinforce", "FOK");
    assertEquals("Fill or kill", client.queried(much).getString("reason"));
    assertEquals("0.00000000", client.queried(much).getString("vol_exec"));
    String right = client.order("buy", "0.5", "XBTUSD", "37000", "timeinforce", "FOK");
    assertEquals("closed", client.queried(right).getString("status"));
  }

  @Test
  void an_iceberg_shows_a_part_of_itself_and_trades_all() {
    String id = place(other, "sell", "iceberg", "1.5", "price", "37000", "displayvol", "0.1");
    assertEquals("0.10000000", other.queried(id).getString("display_volume"));
    BookLevels.Level shown =
        exchange.perform(
            database ->
                BookLevels.read(database, OrderPricesTest.XBTUSD, client.now()).asks().get(0));
    assertEquals("0.1", shown.volume().stripTrailingZeros().toPlainString());
    client.order("buy", "1.45", "XBTUSD", "37000");
    assertEquals("1.45000000", other.queried(id).getString("vol_exec"));
  }

  @Test
  void a_market_order_buys_for_so_much() {
    other.order("sell", "0.01", "XBTUSD", "37000");
    other.order("sell", "1", "XBTUSD", "38000");
    String id = place(client, "buy", "market", "1000", "oflags", "viqc");
    JsonObject order = client.queried(id);
    assertEquals("closed", order.getString("status"));
    assertEquals("0.02657894", order.getString("vol_exec"));
    assertTrue(order.getString("oflags").contains("viqc"));
  }

  @Test
  void a_filled_order_is_closed_by_the_one_that_was_asked_for_with_it() {
    other.order("sell", "0.01", "XBTUSD", "37500");
    String id =
        client.order(
            "buy",
            "0.01",
            "XBTUSD",
            "37500",
            "close[ordertype]",
            "stop-loss-limit",
            "close[price]",
            "#1%",
            "close[price2]",
            "#10");
    JsonObject first = client.queried(id);
    assertEquals("closed", first.getString("status"));
    assertEquals(
        "close position @ stop loss #1% -> limit #10",
        first.getJsonObject("descr").getString("close"));
    JsonObject open = client.call("OpenOrders").getJsonObject("open");
    JsonObject closing = open.values().iterator().next().asJsonObject();
    assertEquals(id, closing.getString("refid"));
    assertEquals(
        "sell 0.01000000 XBTUSD @ stop loss 37125.0 -> limit 37115.0",
        closing.getJsonObject("descr").getString("order"));
  }

  @Test
  void a_relative_limit_is_measured_from_the_last_price() {
    trade("40000");
    String id = place(client, "buy", "limit", "0.01", "price", "-2.5%");
    assertEquals("39000.0", client.queried(id).getJsonObject("descr").getString("price"));
  }

  @Test
  void waiting_orders_are_cancelled_as_others_are() {
    place(client, "sell", "stop-loss", "0.01", "price", "30000");
    client.order("buy", "0.01", "XBTUSD", "30000", "starttm", "+60");
    assertEquals(2, client.call("OpenOrders").getJsonObject("open").size());
    assertEquals(2, client.call("CancelAll").getInt("count"));
    assertEquals(Set.of(), client.call("OpenOrders").getJsonObject("open").keySet());
  }
}
