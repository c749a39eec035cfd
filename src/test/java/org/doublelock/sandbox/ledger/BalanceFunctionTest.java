package org.doublelock.sandbox.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.doublelock.apikey.Permission;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.sandbox.Caller;
import org.doublelock.sandbox.ExchangeOn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BalanceFunctionTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Arguments NONE = new Arguments(Map.of());
  private static final ExchangeOn EXCHANGE = ExchangeOn.memory();

  private final BalanceFunction balance = new BalanceFunction(EXCHANGE);
  private final BalanceExFunction balanceEx = new BalanceExFunction(EXCHANGE);

  @AfterAll
  static void close() {
    EXCHANGE.close();
  }

  @Test
  void needs_to_query_funds() {
    assertTrue(balance.access().admits(Set.of(Permission.QUERY_FUNDS)));
    assertFalse(balance.access().admits(Set.of(Permission.WITHDRAW_FUNDS)));
    assertTrue(balanceEx.access().admits(Set.of(Permission.QUERY_FUNDS)));
    assertFalse(balanceEx.access().admits(Set.of()));
  }

  @Test
  void gives_an_account_its_demo_balances_once() {
    FunctionCaller caller = Caller.fresh();
    JsonObject first = balance.call(caller, NONE, NOW).asJsonObject();
    assertEquals("250000.0000", first.getString("ZUSD"));
    assertEquals("10.0000000000", first.getString("XXBT"));
    assertEquals(first, balance.call(caller, NONE, NOW));
  }

  @Test
  void shows_what_is_held_apart() {
    JsonObject usd = balanceEx.call(Caller.fresh(), NONE, NOW).asJsonObject().getJsonObject("ZUSD");
    assertEquals("250000.0000", usd.getString("balance"));
    assertEquals("0.0000", usd.getString("hold_trade"));
  }
}
