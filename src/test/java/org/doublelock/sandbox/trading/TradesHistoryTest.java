package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.doublelock.function.PrivateFunction;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.doublelock.sandbox.Functions;
import org.junit.jupiter.api.Test;

class TradesHistoryTest {

  private final Map<String, PrivateFunction> functions = Functions.on(ExchangeOn.memory());
  private final Client client = Client.of(functions);
  private final Client other = Client.of(functions);

  /** Trades so many times, a second apart. */
  private void trade(int times) {
    for (int i = 0; i < times; i++) {
      other.order("sell", "0.01", "XBTUSD", "30000");
      client.later(Duration.ofSeconds(i)).order("buy", "0.01", "XBTUSD", "30000");
    }
  }

  @Test
  void trades_have_the_published_fields() {
    trade(1);
    JsonObject trade =
        client
            .call("TradesHistory")
            .getJsonObject("trades")
            .values()
            .iterator()
            .next()
            .asJsonObject();
    assertEquals(
        Set.of(
            "ordertxid",
            "postxid",
            "pair",
            "time",
            "type",
            "ordertype",
            "price",
            "cost",
            "fee",
            "vol",
            "margin",
            "leverage",
            "misc",
            "trade_id",
            "maker"),
        trade.keySet());
    assertEquals("30000.00000", trade.getString("price"));
    assertEquals("300.00000", trade.getString("cost"));
    assertEquals("0.78000", trade.getString("fee"));
    assertEquals("0.01000000", trade.getString("vol"));
    assertEquals("limit", trade.getString("ordertype"));
  }

  @Test
  void the_ledger_entries_of_trades_are_there_when_asked_for() {
    trade(1);
    JsonObject trade =
        client
            .call("TradesHistory", "ledgers", "true")
            .getJsonObject("trades")
            .values()
            .iterator()
            .next()
            .asJsonObject();
    String ids =
        trade.getJsonArray("ledgers").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .collect(Collectors.joining(","));
    JsonObject entries = client.call("QueryLedgers", "id", ids);
    assertEquals(2, entries.size());
    entries
        .values()
        .forEach(
            entry ->
                assertEquals(trade.getString("postxid"), entry.asJsonObject().getString("refid")));
  }

  @Test
  void trades_come_fifty_to_a_page_the_newest_first() {
    trade(52);
    JsonObject first = client.call("TradesHistory");
    assertEquals(52, first.getInt("count"));
    List<Integer> numbers =
        first.getJsonObject("trades").values().stream()
            .map(trade -> trade.asJsonObject().getInt("trade_id"))
            .toList();
    assertEquals(50, numbers.size());
    assertEquals(52, numbers.get(0));
    assertEquals(3, numbers.get(49));
    assertEquals(2, client.call("TradesHistory", "ofs", "50").getJsonObject("trades").size());
  }

  @Test
  void a_time_or_a_trade_bounds_the_history() {
    trade(3);
    List<String> ids = List.copyOf(client.call("TradesHistory").getJsonObject("trades").keySet());
    assertEquals(
        Set.of(ids.get(0)),
        client.call("TradesHistory", "start", ids.get(1)).getJsonObject("trades").keySet());
    String second = Client.START.getEpochSecond() + 1 + ".5";
    assertEquals(
        Set.of(ids.get(1), ids.get(2)),
        client.call("TradesHistory", "end", second).getJsonObject("trades").keySet());
    assertEquals(
        "EGeneral:Invalid arguments:start", client.refusal("TradesHistory", "start", "TX"));
  }

  @Test
  void a_key_sees_the_trades_of_its_query_range_only() {
    trade(3);
    Client limited = client.querying(Client.START.plusSeconds(1), null);
    assertEquals(2, limited.call("TradesHistory").getInt("count"));
    assertEquals(2, limited.call("TradesHistory", "start", "0").getInt("count"));
    Client early = client.querying(null, Client.START);
    assertEquals(1, early.call("TradesHistory").getInt("count"));
    String newest = client.call("TradesHistory").getJsonObject("trades").keySet().iterator().next();
    for (String bound : List.of("start", "end")) {
      assertEquals(
          early.refusal("TradesHistory", bound, "TAAAAA-BBBBB-CCCCCC"),
          early.refusal("TradesHistory", bound, newest),
          "as a trade that does not exist");
      assertTrue(limited.call("TradesHistory", bound, newest).containsKey("count"));
    }
  }

  @Test
  void there_are_no_trades_of_positions() {
    trade(1);
    JsonObject none = client.call("TradesHistory", "type", "closed position");
    assertTrue(none.getJsonObject("trades").isEmpty());
    assertEquals(0, none.getInt("count"));
    assertEquals(1, client.call("TradesHistory", "type", "no position").getInt("count"));
    assertEquals("EGeneral:Invalid arguments:type", client.refusal("TradesHistory", "type", "x"));
    assertFalse(client.call("TradesHistory", "without_count", "true").containsKey("count"));
  }
}
