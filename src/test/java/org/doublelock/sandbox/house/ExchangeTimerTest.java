package org.doublelock.sandbox.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.doublelock.sandbox.Functions;
import org.junit.jupiter.api.Test;

class ExchangeTimerTest {

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Client client = Client.of(exchange);

  private ExchangeTimer timer(String house) {
    return timer(house, Client.START.plusSeconds(61), Functions.on(exchange).values());
  }

  private ExchangeTimer timer(
      String house, Instant now, Collection<? extends PrivateFunction> functions) {
    return new ExchangeTimer(
        exchange,
        new FunctionRegistry(List.copyOf(functions)),
        Clock.fixed(now, ZoneOffset.UTC),
        house,
        1);
  }

  private long ordersOfAll() {
    return exchange.perform(
        database ->
            ((Number)
                    database
                        .createNativeQuery("select count(*) from exchange_order")
                        .getSingleResult())
                .longValue());
  }

  @Test
  void the_house_moves_where_it_is_on_and_not_where_it_is_off() {
    timer("off").pass();
    assertEquals(0, ordersOfAll());
    timer("on").pass();
    assertTrue(ordersOfAll() > 0);
  }

  @Test
  void nothing_trades_where_the_functions_of_another_api_stand_alone() {
    timer("on", Client.START, List.of()).pass();
    assertEquals(0, ordersOfAll());
  }

  @Test
  void time_passes_in_any_case() {
    client.order("buy", "0.01", "XBTUSD", "30000", "expiretm", "+60");
    timer("off").pass();
    Client later = client.later(Duration.ofSeconds(1));
    assertEquals(0, later.call("OpenOrders").getJsonObject("open").size());
    assertEquals("0.0000", client.held("ZUSD"));
  }

  @Test
  void a_setting_that_is_none_ends_the_start() {
    timer("on").isUnderstood();
    assertThrows(IllegalStateException.class, () -> timer("yes").isUnderstood());
  }
}
