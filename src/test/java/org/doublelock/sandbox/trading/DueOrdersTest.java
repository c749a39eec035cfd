package org.doublelock.sandbox.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.junit.jupiter.api.Test;

/** What cannot become of one order keeps nobody from anything else. */
class DueOrdersTest {

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Client client = Client.of(exchange);
  private final Client other = Client.of(exchange);
  private final Client third = Client.of(exchange);

  private void trade(String pair, String price) {
    other.order("sell", "0.0001", pair, price);
    Client.of(exchange).order("buy", "0.0001", pair, price);
  }

  private String trailing(String pair) {
    String[] arguments = {
      "pair",
      pair,
      "type",
      "buy",
      "ordertype",
      "trailing-stop-limit",
      "volume",
      "3",
      "price",
      "+0.1",
      "price2",
      "-37499.9"
    };
    return client.call("AddOrder", arguments).getJsonArray("txid").getString(0);
  }

  @Test
  void a_price_is_below_the_bound_of_amounts_however_it_is_told() {
    String much = "+999999999999999%";
    assertThrows(
        FunctionFailure.class,
        () ->
            client.order(
                "buy",
                "0.01",
                "XBTUSD",
                "37500",
                "close[ordertype]",
                "stop-loss-limit",
                "close[price]",
                much,
                "close[price2]",
                much));
    assertThrows(FunctionFailure.class, () -> client.order("buy", "0.01", "XBTUSD", much));
  }

  @Test
  void a_trailing_order_whose_limit_has_fallen_to_nothing_is_cancelled_when_it_is_released() {
    trade("XBTUSD", "37500");
    String id = trailing("XBTUSD");
    trade("XBTUSD", "37499");
    assertEquals("open", client.queried(id).getString("status"));
    trade("XBTUSD", "37499.2");
    assertEquals("canceled", client.queried(id).getString("status"));
    assertEquals("Invalid price", client.queried(id).getString("reason"));
  }

  @Test
  void an_order_that_fails_when_it_is_released_keeps_no_call_and_no_other_order_from_its_end() {
    trade("XBTUSD", "37500");
    String broken = trailing("XBTUSD");
    exchange.perform(
        database ->
            database
                .createNativeQuery(
                    "update exchange_order set trigger_price = null, trigger_when = null,"
                        + " starts_at = ? where id = ?")
                .setParameter(1, Client.START)
                .setParameter(2, broken)
                .executeUpdate());
    String expiring = third.order("sell", "0.01", "XBTUSD", "38500", "expiretm", "+60");
    String own = client.order("sell", "0.01", "ETHUSD", "9000");
    assertEquals("open", client.queried(own).getString("status"));
    String placed = other.order("sell", "0.01", "XBTUSD", "38000");
    other.call("CancelAllOrdersAfter", "timeout", "60");
    Instant later = other.now().plus(Duration.ofSeconds(61));
    assertThrows(RuntimeException.class, () -> new DueOrders(exchange).settle(later));
    assertEquals("canceled", other.queried(placed).getString("status"));
    assertEquals("expired", third.queried(expiring).getString("status"), "in the same pair");
  }
}
