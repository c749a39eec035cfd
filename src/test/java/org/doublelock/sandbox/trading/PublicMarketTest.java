package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.PublicFunction;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.doublelock.sandbox.Functions;
import org.junit.jupiter.api.Test;

/** What everybody may see of a market. */
class PublicMarketTest {

  private static final long START = Client.START.getEpochSecond();

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Client client = Client.of(exchange);
  private final Client other = Client.of(exchange);

  private JsonObject ask(PublicFunction function, Map<String, String> more) {
    return function
        .call(new Arguments(more), Client.START.plus(Duration.ofMinutes(5)))
        .asJsonObject();
  }

  private void trade(int second, String volume, String price) {
    other.later(Duration.ofSeconds(second)).order("sell", volume, "XBTUSD", price);
    client.later(Duration.ofSeconds(second)).order("buy", volume, "XBTUSD", price);
  }

  @Test
  void depth_shows_each_price_once_the_best_first() {
    other.order("sell", "1", "XBTUSD", "38000");
    other.order("sell", "0.5", "XBTUSD", "38000");
    other.order("sell", "1", "XBTUSD", "39000");
    client.order("buy", "2", "XBTUSD", "37000");
    JsonObject book =
        ask(Functions.on(exchange, new DepthFunction()), Map.of("pair", "XBTUSD", "count", "1"))
            .getJsonObject("XXBTZUSD");
    assertEquals(
        "[[\"38000.00000\",\"1.50000000\"," + START + "]]", book.getJsonArray("asks").toString());
    assertEquals(
        "[[\"37000.00000\",\"2.00000000\"," + START + "]]", book.getJsonArray("bids").toString());
  }

  @Test
  void trades_come_in_their_order_and_go_on_where_the_last_answer_ended() {
    trade(0, "0.01", "30000");
    trade(1, "0.02", "31000");
    JsonObject first =
        ask(
            Functions.on(exchange, new TradesFunction()),
            Map.of("pair", "XBT/USD", "since", "0", "count", "1"));
    JsonArray trade = first.getJsonArray("XXBTZUSD").getJsonArray(0);
    assertEquals("30000.00000", trade.getString(0));
    assertEquals("b", trade.getString(3));
    assertEquals(1, trade.getInt(6));
    JsonObject second =
        ask(
            Functions.on(exchange, new TradesFunction()),
            Map.of("pair", "XBTUSD", "since", first.getString("last")));
    assertEquals("31000.00000", second.getJsonArray("XXBTZUSD").getJsonArray(0).getString(0));
    assertEquals(1, second.getJsonArray("XXBTZUSD").size());
  }

  @Test
  void trades_since_a_time_beyond_what_is_answered_in_go_on_there() {
    for (String since : List.of("99999999999", "9999999999999999999")) {
      JsonObject none =
          ask(
              Functions.on(exchange, new TradesFunction()),
              Map.of("pair", "XBTUSD", "since", since));
      assertEquals(Long.toString(Long.MAX_VALUE), none.getString("last"));
    }
  }

  @Test
  void trades_of_one_time_are_not_divided_between_two_answers() {
    other.order("sell", "0.01", "XBTUSD", "30000");
    other.order("sell", "0.01", "XBTUSD", "30001");
    client.order("buy", "0.02", "XBTUSD", "30001");
    trade(1, "0.02", "31000");
    JsonObject first =
        ask(
            Functions.on(exchange, new TradesFunction()),
            Map.of("pair", "XBTUSD", "since", "0", "count", "1"));
    assertEquals(2, first.getJsonArray("XXBTZUSD").size());
    JsonObject second =
        ask(
            Functions.on(exchange, new TradesFunction()),
            Map.of("pair", "XBTUSD", "since", first.getString("last"), "count", "1"));
    assertEquals("31000.00000", second.getJsonArray("XXBTZUSD").getJsonArray(0).getString(0));
  }

  @Test
  void candles_add_trades_up_and_leave_no_gap() {
    trade(0, "1", "30000");
    trade(30, "1", "32000");
    trade(40, "2", "31000");
    trade(180, "1", "33000");
    JsonObject answer = ask(Functions.on(exchange, new OhlcFunction()), Map.of("pair", "XBTUSD"));
    JsonArray candles = answer.getJsonArray("XXBTZUSD");
    assertEquals(6, candles.size());
    assertEquals(
        "["
            + START
            + ",\"30000.0\",\"32000.0\",\"30000.0\",\"31000.0\",\"31000.0\",\"4.00000000\",3]",
        candles.getJsonArray(0).toString());
    assertEquals("31000.0", candles.getJsonArray(1).getString(1), "still");
    assertEquals(0, candles.getJsonArray(1).getInt(7));
    assertEquals("33000.0", candles.getJsonArray(3).getString(4));
    assertEquals(START + 240, answer.getJsonNumber("last").longValue());
  }

  @Test
  void the_spread_is_what_stands_now() {
    other.order("sell", "1", "XBTUSD", "38000");
    client.order("buy", "2", "XBTUSD", "37000");
    JsonArray spread =
        ask(Functions.on(exchange, new SpreadFunction()), Map.of("pair", "XBTUSD"))
            .getJsonArray("XXBTZUSD")
            .getJsonArray(0);
    assertEquals("37000.00000", spread.getString(1));
    assertEquals("38000.00000", spread.getString(2));
  }

  @Test
  void wrong_arguments_are_named() {
    for (String interval : List.of("2", "x")) {
      Map<String, String> wrong = Map.of("pair", "XBTUSD", "interval", interval);
      assertEquals(
          "EGeneral:Invalid arguments:interval",
          assertThrows(
                  FunctionFailure.class,
                  () -> ask(Functions.on(exchange, new OhlcFunction()), wrong))
              .wireError());
    }
    assertEquals(
        "EGeneral:Invalid arguments:pair",
        assertThrows(
                FunctionFailure.class,
                () -> ask(Functions.on(exchange, new DepthFunction()), Map.of()))
            .wireError());
  }
}
