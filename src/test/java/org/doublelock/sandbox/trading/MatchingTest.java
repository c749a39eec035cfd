package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import org.doublelock.function.PrivateFunction;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.doublelock.sandbox.Functions;
import org.junit.jupiter.api.Test;

class MatchingTest {

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Map<String, PrivateFunction> functions = Functions.on(exchange);
  private final Client seller = Client.of(functions);
  private final Client other = Client.of(functions);
  private final Client buyer = Client.of(functions);

  @Test
  void orders_that_cross_trade_at_the_price_of_the_one_that_was_there() {
    String sold = seller.order("sell", "2", "XBTUSD", "30000");
    String bought = buyer.order("buy", "2", "XBTUSD", "31000");
    assertEquals("closed", seller.queried(sold).getString("status"));
    JsonObject order = buyer.queried(bought);
    assertEquals("closed", order.getString("status"));
    assertEquals("2.00000000", order.getString("vol_exec"));
    assertEquals("60000.00000", order.getString("cost"));
    assertEquals("30000.00000", order.getString("price"));
    assertEquals("12.0000000000", buyer.owns("XXBT"));
    assertEquals("8.0000000000", seller.owns("XXBT"));
  }

  @Test
  void both_sides_pay_their_fee_and_nothing_stays_held() {
    seller.order("sell", "2", "XBTUSD", "30000");
    String bought = buyer.order("buy", "2", "XBTUSD", "31000");
    assertEquals("156.00000", buyer.queried(bought).getString("fee"));
    assertEquals("189844.0000", buyer.owns("ZUSD")); // 250000 - 60000 - 0.26 %
    assertEquals("309904.0000", seller.owns("ZUSD")); // 250000 + 60000 - 0.16 %
    assertEquals("0.0000", buyer.held("ZUSD"));
    assertEquals("0.0000000000", seller.held("XXBT"));
  }

  @Test
  void orders_that_do_not_cross_stay() {
    seller.order("sell", "1", "XBTUSD", "30000.1");
    String bought = buyer.order("buy", "1", "XBTUSD", "30000");
    assertEquals("open", buyer.queried(bought).getString("status"));
  }

  @Test
  void what_is_left_of_a_partly_filled_order_stays_and_stays_paid_for() {
    seller.order("sell", "0.4", "XBTUSD", "30000");
    String bought = buyer.order("buy", "1", "XBTUSD", "30000");
    JsonObject order = buyer.queried(bought);
    assertEquals("open", order.getString("status"));
    assertEquals("0.40000000", order.getString("vol_exec"));
    assertEquals("18046.8000", buyer.held("ZUSD")); // 0.6 * 30000 + 0.26 %
  }

  @Test
  void the_better_price_trades_first() {
    String dear = seller.order("sell", "1", "XBTUSD", "30002");
    String cheap = other.order("sell", "1", "XBTUSD", "30001");
    buyer.order("buy", "1", "XBTUSD", "30002");
    assertEquals("open", seller.queried(dear).getString("status"));
    assertEquals("closed", other.queried(cheap).getString("status"));
    String low = buyer.order("buy", "1", "ETHUSD", "2000");
    String high = other.order("buy", "1", "ETHUSD", "2001");
    seller.order("sell", "1", "ETHUSD", "1000");
    assertEquals("open", buyer.queried(low).getString("status"));
    assertEquals("closed", other.queried(high).getString("status"));
  }

  @Test
  void of_equal_prices_the_older_trades_first() {
    String first = seller.order("sell", "1", "XBTUSD", "30000");
    String second = other.order("sell", "1", "XBTUSD", "30000");
    buyer.order("buy", "1.5", "XBTUSD", "30000");
    assertEquals("closed", seller.queried(first).getString("status"));
    assertEquals("0.50000000", other.queried(second).getString("vol_exec"));
  }

  @Test
  void a_large_order_goes_through_a_long_book() {
    for (int i = 0; i < 60; i++) {
      (i % 2 == 0 ? seller : other).order("sell", "0.01", "XBTUSD", "300" + (10 + i));
    }
    String bought = buyer.order("buy", "0.6", "XBTUSD", "40000");
    assertEquals("closed", buyer.queried(bought).getString("status"));
    assertEquals(60, buyer.queried(bought).getJsonArray("trades").size());
    assertEquals("30039.50000", buyer.queried(bought).getString("price"));
  }

  @Test
  void a_market_order_takes_what_there_is_and_cancels_the_rest() {
    seller.order("sell", "0.5", "XBTUSD", "30000");
    String id =
        buyer
            .call("AddOrder", "pair", "XBTUSD", "type", "buy", "ordertype", "market", "volume", "1")
            .getJsonArray("txid")
            .getString(0);
    JsonObject order = buyer.queried(id);
    assertEquals("canceled", order.getString("status"));
    assertEquals("0.50000000", order.getString("vol_exec"));
    assertEquals("0", order.getJsonObject("descr").getString("price"));
    assertEquals("buy 1.00000000 XBTUSD @ market", order.getJsonObject("descr").getString("order"));
    assertEquals("234961.0000", buyer.owns("ZUSD"));
    assertEquals("0.0000", buyer.held("ZUSD"));
  }

  @Test
  void a_market_order_cannot_buy_more_than_the_account_can_pay() {
    seller.order("sell", "10", "XBTUSD", "30000");
    assertEquals(
        "EOrder:Insufficient funds",
        buyer.refusal(
            "AddOrder", "pair", "XBTUSD", "type", "buy", "ordertype", "market", "volume", "10"));
    assertEquals("10.0000000000", buyer.owns("XXBT"));
  }

  @Test
  void a_market_order_sells_too() {
    buyer.order("buy", "1", "XBTUSD", "30000");
    seller.call("AddOrder", "pair", "XBTUSD", "type", "sell", "ordertype", "market", "volume", "1");
    assertEquals("279922.0000", seller.owns("ZUSD"));
    assertEquals("11.0000000000", buyer.owns("XXBT"));
  }

  @Test
  void an_immediate_order_leaves_nothing_in_the_book() {
    seller.order("sell", "0.5", "XBTUSD", "30000");
    String id = buyer.order("buy", "1", "XBTUSD", "30000", "timeinforce", "IOC");
    assertEquals("canceled", buyer.queried(id).getString("status"));
    assertEquals("0.50000000", buyer.queried(id).getString("vol_exec"));
    assertEquals("0.0000", buyer.held("ZUSD"));
  }

  @Test
  void an_order_that_is_only_to_be_posted_never_takes() {
    String sold = seller.order("sell", "1", "XBTUSD", "30000");
    String id = buyer.order("buy", "1", "XBTUSD", "30000", "oflags", "post");
    assertEquals("canceled", buyer.queried(id).getString("status"));
    assertEquals("Post only order", buyer.queried(id).getString("reason"));
    assertEquals("open", seller.queried(sold).getString("status"));
    String posted = buyer.order("buy", "1", "XBTUSD", "29999.9", "oflags", "post");
    assertEquals("open", buyer.queried(posted).getString("status"));
  }

  @Test
  void an_account_never_trades_with_itself_and_the_newer_order_gives_way() {
    other.order("sell", "1", "XBTUSD", "29000");
    String own = buyer.order("sell", "1", "XBTUSD", "30000");
    String id = buyer.order("buy", "3", "XBTUSD", "31000");
    assertEquals("canceled", buyer.queried(id).getString("status"));
    assertEquals("1.00000000", buyer.queried(id).getString("vol_exec"));
    assertEquals("open", buyer.queried(own).getString("status"));
  }

  @Test
  void the_older_order_gives_way_when_the_client_says_so() {
    String own = buyer.order("sell", "1", "XBTUSD", "30000");
    String sold = other.order("sell", "1", "XBTUSD", "30001");
    String id = buyer.order("buy", "1", "XBTUSD", "31000", "stptype", "cancel-oldest");
    assertEquals("canceled", buyer.queried(own).getString("status"));
    assertEquals("closed", buyer.queried(id).getString("status"));
    assertEquals("closed", other.queried(sold).getString("status"));
    assertEquals("0.0000000000", buyer.held("XXBT"));
  }

  @Test
  void both_orders_give_way_when_the_client_says_so() {
    String own = buyer.order("sell", "1", "XBTUSD", "30000");
    String id = buyer.order("buy", "1", "XBTUSD", "31000", "stptype", "cancel-both");
    assertEquals("canceled", buyer.queried(own).getString("status"));
    assertEquals("canceled", buyer.queried(id).getString("status"));
  }

  @Test
  void a_trade_stands_in_both_histories_under_one_number() {
    seller.order("sell", "1", "XBTUSD", "30000");
    String bought = buyer.order("buy", "1", "XBTUSD", "30000");
    JsonObject sale = onlyTrade(seller);
    JsonObject purchase = onlyTrade(buyer);
    assertEquals(sale.getInt("trade_id"), purchase.getInt("trade_id"));
    assertTrue(sale.getBoolean("maker"));
    assertFalse(purchase.getBoolean("maker"));
    assertEquals("XXBTZUSD", purchase.getString("pair"));
    assertEquals(bought, purchase.getString("ordertxid"));
    assertEquals("78.00000", purchase.getString("fee"));
    assertEquals("48.00000", sale.getString("fee"));
  }

  private static JsonObject onlyTrade(Client client) {
    JsonObject trades = client.call("TradesHistory").getJsonObject("trades");
    assertEquals(1, trades.size());
    return trades.values().iterator().next().asJsonObject();
  }

  @Test
  void a_trade_stands_in_the_ledger_with_its_fee() {
    seller.order("sell", "1", "XBTUSD", "30000");
    String bought = buyer.order("buy", "1", "XBTUSD", "30000");
    List<String> trades =
        buyer.queried(bought).getJsonArray("trades").getValuesAs(JsonString::getString);
    JsonObject entries = buyer.call("Ledgers", "type", "trade").getJsonObject("ledger");
    assertEquals(2, entries.size());
    JsonObject dollars =
        entries.values().stream()
            .map(entry -> entry.asJsonObject())
            .filter(entry -> entry.getString("asset").equals("ZUSD"))
            .findFirst()
            .orElseThrow();
    assertEquals(trades, List.of(dollars.getString("refid")));
    assertEquals("-30000.0000", dollars.getString("amount"));
    assertEquals("78.0000", dollars.getString("fee"));
    assertEquals("219922.0000", dollars.getString("balance"));
  }
}
