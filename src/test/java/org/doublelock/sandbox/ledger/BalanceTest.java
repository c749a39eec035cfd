package org.doublelock.sandbox.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.junit.jupiter.api.Test;

class BalanceTest {

  private final Client client = Client.of(ExchangeOn.memory());

  @Test
  void an_account_gets_its_demo_balances_once() {
    JsonObject first = client.call("Balance");
    assertEquals("250000.0000", first.getString("ZUSD"));
    assertEquals("10.0000000000", first.getString("XXBT"));
    assertEquals("100000.00000000", first.getString("ADA"));
    assertEquals(first, client.call("Balance"));
  }

  @Test
  void the_demo_balances_stand_in_the_ledger() {
    client.call("Balance");
    JsonObject ledger = client.call("Ledgers", "asset", "XBT").getJsonObject("ledger");
    JsonObject entry = ledger.values().iterator().next().asJsonObject();
    assertEquals(1, ledger.size());
    assertEquals("transfer", entry.getString("type"));
    assertEquals("10.0000000000", entry.getString("amount"));
    assertEquals("10.0000000000", entry.getString("balance"));
  }

  @Test
  void first_calls_at_the_same_time_open_the_account_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Callable<JsonObject> firstCall = () -> client.call("Balance");
    try {
      List<Future<JsonObject>> answers =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(each -> firstCall).toList());
      Set<String> dollars =
          answers.stream()
              .map(BalanceTest::result)
              .map(answer -> answer.getString("ZUSD"))
              .collect(Collectors.toSet());
      assertEquals(Set.of("250000.0000"), dollars);
    } finally {
      threads.shutdown();
    }
    assertEquals(1, client.call("Ledgers", "asset", "ZUSD").getInt("count"));
  }

  private static JsonObject result(Future<JsonObject> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void what_an_order_reserves_still_belongs_to_the_account() {
    client.order("buy", "1", "XBTUSD", "20000");
    JsonObject usd = client.call("BalanceEx").getJsonObject("ZUSD");
    assertEquals("250000.0000", usd.getString("balance"));
    assertEquals("20052.0000", usd.getString("hold_trade"));
    assertEquals("250000.0000", client.owns("ZUSD"));
  }

  @Test
  void arguments_that_the_function_does_not_know_are_passed_over() {
    assertEquals(client.call("Balance"), client.call("Balance", "asset", "ZUSD", "x", "1"));
  }
}
