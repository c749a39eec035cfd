package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.PrivateFunction;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.doublelock.sandbox.Functions;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;
import org.junit.jupiter.api.Test;

class MarketFiguresTest {

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Map<String, PrivateFunction> functions = Functions.on(exchange);
  private final Client client = Client.of(functions);
  private final Client other = Client.of(functions);

  private JsonObject ticker(Instant now, String... pair) {
    Map<String, String> arguments = pair.length == 0 ? Map.of() : Map.of("pair", pair[0]);
    return Functions.on(exchange, new TickerFunction())
        .call(new Arguments(arguments), now)
        .asJsonObject();
  }

  @Test
  void every_pair_has_its_market_in_the_database() {
    List<String> markets =
        exchange.perform(
            database ->
                database
                    .createQuery("select m.pair from Market m order by m.pair", String.class)
                    .getResultList());
    assertEquals(AssetPairs.all().stream().map(AssetPair::id).toList(), markets);
  }

  @Test
  void the_ticker_of_a_market_where_nothing_happened_shows_the_reference_price() {
    JsonObject xbt = ticker(Client.START, "XBTUSD").getJsonObject("XXBTZUSD");
    assertEquals("[\"37500.00000\",\"0\",\"0.000\"]", xbt.getJsonArray("a").toString());
    assertEquals("[\"37500.00000\",\"0.00000000\"]", xbt.getJsonArray("c").toString());
    assertEquals("[0,0]", xbt.getJsonArray("t").toString());
  }

  @Test
  void the_ticker_shows_the_best_prices_and_what_was_traded() {
    Client yesterday = other.later(Duration.ofHours(-20));
    yesterday.order("sell", "1", "XBTUSD", "30000");
    client.later(Duration.ofHours(-20)).order("buy", "1", "XBTUSD", "30000");
    other.order("sell", "1", "XBTUSD", "31000");
    client.order("buy", "1", "XBTUSD", "31000");
    other.order("sell", "1.5", "XBTUSD", "32000");
    other.order("sell", "1", "XBTUSD", "32000");
    client.order("buy", "0.25", "XBTUSD", "30500");
    JsonObject xbt = ticker(Client.START, "XBT/USD").getJsonObject("XXBTZUSD");
    assertEquals("[\"32000.00000\",\"2\",\"2.500\"]", xbt.getJsonArray("a").toString());
    assertEquals("[\"30500.00000\",\"1\",\"0.250\"]", xbt.getJsonArray("b").toString());
    assertEquals("[\"31000.00000\",\"1.00000000\"]", xbt.getJsonArray("c").toString());
    assertEquals("[\"1.00000000\",\"2.00000000\"]", xbt.getJsonArray("v").toString());
    assertEquals("[\"31000.00000\",\"30500.00000\"]", xbt.getJsonArray("p").toString());
    assertEquals("[1,2]", xbt.getJsonArray("t").toString());
    assertEquals("[\"31000.00000\",\"30000.00000\"]", xbt.getJsonArray("l").toString());
    assertEquals("[\"31000.00000\",\"31000.00000\"]", xbt.getJsonArray("h").toString());
    assertEquals("31000.00000", xbt.getString("o"));
  }

  @Test
  void averages_are_those_of_the_prices_and_not_of_rounded_costs() {
    other.order("sell", "0.0001", "XBTUSD", "37600.1");
    String id = client.order("buy", "0.0001", "XBTUSD", "37600.1");
    assertEquals("37600.10000", client.queried(id).getString("price"));
    JsonObject xbt = ticker(Client.START, "XBTUSD").getJsonObject("XXBTZUSD");
    assertEquals("[\"37600.10000\",\"37600.10000\"]", xbt.getJsonArray("p").toString());
  }

  @Test
  void a_ticker_with_one_side_empty_is_not_crossed() {
    other.order("sell", "0.0001", "XBTUSD", "37000");
    client.order("buy", "0.0001", "XBTUSD", "37000");
    client.order("buy", "0.0001", "XBTUSD", "38000");
    JsonObject xbt = ticker(Client.START, "XBTUSD").getJsonObject("XXBTZUSD");
    assertEquals("[\"38000.10000\",\"0\",\"0.000\"]", xbt.getJsonArray("a").toString());
    assertEquals("[\"38000.00000\",\"1\",\"0.001\"]", xbt.getJsonArray("b").toString());
  }

  @Test
  void the_ticker_covers_all_pairs_or_those_asked_for() {
    assertEquals(
        AssetPairs.all().stream().map(AssetPair::id).collect(Collectors.toSet()),
        ticker(Client.START).keySet());
    assertEquals(Set.of("XXBTZUSD", "XETHXXBT"), ticker(Client.START, "XBTUSD,ETHXBT").keySet());
    FunctionFailure refusal =
        assertThrows(FunctionFailure.class, () -> ticker(Client.START, "XXX"));
    assertEquals("EQuery:Unknown asset pair", refusal.wireError());
  }

  @Test
  void what_an_account_is_worth_follows_the_last_price() {
    JsonObject before = client.call("TradeBalance");
    assertEquals("1327926.6862", before.getString("eb"));
    other.order("sell", "0.001", "XBTUSD", "47500");
    client.order("buy", "0.001", "XBTUSD", "47500");
    assertEquals("1501240.3457", client.call("TradeBalance").getString("eb"));
  }

  @Test
  void what_open_orders_reserve_is_not_free() {
    client.order("sell", "2", "XBTUSD", "40000");
    JsonObject worth = client.call("TradeBalance", "asset", "XBT");
    assertEquals("35.4113782989", worth.getString("e"));
    assertEquals("33.4113782989", worth.getString("mf"));
    assertEquals(Set.of("eb", "tb", "m", "n", "c", "v", "e", "mf"), worth.keySet());
    assertEquals("0.0000000000", worth.getString("m"));
    assertEquals("EQuery:Unknown asset", client.refusal("TradeBalance", "asset", "NOPE"));
  }
}
