package org.doublelock.sandbox.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.doublelock.function.Arguments;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.doublelock.sandbox.Functions;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;
import org.doublelock.sandbox.trading.TickerFunction;
import org.junit.jupiter.api.Test;

class HouseMarketTest {

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Client client = Client.of(exchange);
  private final HouseMarket house = new HouseMarket(exchange, new PriceWalk(7));

  private JsonObject ticker(AssetPair pair, Instant now) {
    return Functions.on(exchange, new TickerFunction())
        .call(new Arguments(Map.of("pair", pair.id())), now)
        .asJsonObject()
        .getJsonObject(pair.id());
  }

  private static BigDecimal first(JsonObject ticker, String side, int figure) {
    return new BigDecimal(ticker.getJsonArray(side).getString(figure));
  }

  @Test
  void both_sides_of_every_pair_are_quoted_and_never_cross() {
    for (int step = 0; step < 5; step++) {
      Instant now = Client.START.plus(HouseMarket.STEP.multipliedBy(step));
      house.move(now);
      for (AssetPair pair : AssetPairs.all()) {
        JsonObject ticker = ticker(pair, now);
        BigDecimal ask = first(ticker, "a", 0);
        BigDecimal bid = first(ticker, "b", 0);
        assertTrue(bid.compareTo(ask) < 0, pair + " " + ticker);
        assertTrue(first(ticker, "a", 2).signum() > 0 && first(ticker, "b", 1).signum() > 0);
        assertEquals(step + 1, ticker.getJsonArray("t").getInt(1), "the history fills");
        BigDecimal average = first(ticker, "p", 1);
        assertTrue(first(ticker, "l", 1).compareTo(average) <= 0, ticker::toString);
        assertTrue(first(ticker, "h", 1).compareTo(average) >= 0, ticker::toString);
      }
    }
  }

  @Test
  void a_market_order_fills_and_the_house_never_runs_dry() {
    house.move(Client.START);
    for (int round = 0; round < 3; round++) {
      String id =
          client
              .call(
                  "AddOrder", "pair", "XBTUSD", "type", "buy", "ordertype", "market", "volume", "1")
              .getJsonArray("txid")
              .getString(0);
      assertEquals("closed", client.queried(id).getString("status"));
    }
    assertEquals("13.0000000000", client.owns("XXBT"));
    house.move(Client.START.plus(HouseMarket.STEP));
    assertTrue(first(ticker(AssetPairs.XBTUSD, Client.START), "a", 2).signum() > 0);
  }

  @Test
  void an_order_that_the_market_comes_to_is_filled_by_the_house() {
    String id = client.order("sell", "0.01", "XBTUSD", "30000");
    house.move(Client.START);
    assertEquals("closed", client.queried(id).getString("status"));
    assertEquals("30000.00000", client.queried(id).getString("price"));
  }

  @Test
  void of_two_nodes_one_moves_a_pair_at_each_step() {
    house.move(Client.START);
    house.move(Client.START.plusSeconds(1));
    assertEquals(1, ticker(AssetPairs.XBTUSD, Client.START).getJsonArray("t").getInt(1));
  }

  @Test
  void the_house_keeps_few_rows_however_long_it_runs() {
    for (int step = 0; step < 20; step++) {
      house.move(Client.START.plus(HouseMarket.STEP.multipliedBy(step)));
    }
    Object orders =
        exchange.perform(
            database ->
                database
                    .createNativeQuery("select count(*) from exchange_order where pair = 'ADAEUR'")
                    .getSingleResult());
    assertEquals(6L, ((Number) orders).longValue());
  }

  @Test
  void a_walk_is_the_same_each_time_and_stays_within_its_bounds() {
    PriceWalk walk = new PriceWalk(7);
    for (AssetPair pair : AssetPairs.all()) {
      BigDecimal reference = pair.referencePrice();
      BigDecimal furthest =
          reference.multiply(BigDecimal.valueOf(PriceWalk.BOUND)).add(pair.tick());
      for (long step = 0; step < 20_000; step += 37) {
        BigDecimal price = walk.price(pair, step);
        assertEquals(new PriceWalk(7).price(pair, step), price);
        assertTrue(price.subtract(reference).abs().compareTo(furthest) <= 0, pair + " " + price);
      }
    }
    assertNotEquals(
        walk.price(AssetPairs.XBTUSD, 1_000), new PriceWalk(8).price(AssetPairs.XBTUSD, 1_000));
    assertFalse(
        walk.price(AssetPairs.XBTUSD, 1).equals(walk.price(AssetPairs.XBTUSD, 3_000)), "it moves");
  }
}
