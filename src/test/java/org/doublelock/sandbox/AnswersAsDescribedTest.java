package org.doublelock.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.api.AsDescribed;
import org.doublelock.function.Arguments;
import org.doublelock.function.Lease;
import org.doublelock.function.LeaseAnswer;
import org.doublelock.function.PublicFunction;
import org.doublelock.sandbox.market.AssetPairsFunction;
import org.doublelock.sandbox.market.AssetsFunction;
import org.doublelock.sandbox.market.SystemStatusFunction;
import org.doublelock.sandbox.market.TimeFunction;
import org.doublelock.sandbox.trading.DepthFunction;
import org.doublelock.sandbox.trading.OhlcFunction;
import org.doublelock.sandbox.trading.SpreadFunction;
import org.doublelock.sandbox.trading.TickerFunction;
import org.doublelock.sandbox.trading.TradesFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every function is called once at least, and each answer is looked at by {@link Client}. */
class AnswersAsDescribedTest {

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Client client = Client.of(exchange);

  @Test
  void every_private_function_answers_what_is_described() {
    Set<String> called = EveryFunction.called(client::value, Client.of(exchange)::value);
    called.add("RetrieveExport"); // its answer is a file
    assertEquals(client.functions().keySet(), called);
  }

  @Test
  void a_key_that_is_unlocked_says_so_as_described() {
    Lease lease =
        new Lease(
            Instant.parse("2026-11-23T13:00:00Z"),
            Optional.empty(),
            Set.of("AddOrder"),
            Optional.of(new Lease.Bound(new java.math.BigDecimal("10.50"), "USD")));
    JsonObject info = client.unlocked(lease).call("GetApiKeyInfo");
    assertEquals("10.5", info.getString("unlocked_amount"));
    assertEquals("AddOrder", info.getJsonArray("unlocked_actions").getString(0));
    assertEquals("any", LeaseAnswer.of(lease).unlockedAddress());
  }

  @Test
  void every_public_function_answers_what_is_described() {
    Client.of(exchange).order("sell", "0.5", "XBTUSD", "30000");
    client.order("buy", "0.2", "XBTUSD", "30000");
    client.order("buy", "0.2", "XBTUSD", "20000");
    List<PublicFunction> ofOnePair =
        List.of(
            Functions.on(exchange, new DepthFunction()),
            Functions.on(exchange, new OhlcFunction()),
            Functions.on(exchange, new SpreadFunction()),
            Functions.on(exchange, new TradesFunction()));
    ofOnePair.forEach(function -> ask(function, Map.of("pair", "XBTUSD")));
    List<PublicFunction> ofAll =
        List.of(
            Functions.on(exchange, new TickerFunction()),
            new AssetsFunction(),
            new TimeFunction(),
            new SystemStatusFunction());
    ofAll.forEach(function -> ask(function, Map.of()));
    Arrays.asList("info", "leverage", "fees", "margin")
        .forEach(info -> ask(new AssetPairsFunction(), Map.of("info", info)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"unixtime\":\"soon\",\"rfc1123\":\"\"}",
        "{\"unixtime\":1}",
        "{\"unixtime\":1,\"rfc1123\":null}",
        "{\"unixtime\":1,\"rfc1123\":\"\",\"zone\":\"\"}",
        "[]"
      })
  void another_answer_than_is_described_is_noticed(String answer) {
    JsonValue given = Json.createReader(new StringReader(answer)).readValue();
    assertThrows(AssertionError.class, () -> AsDescribed.check(new TimeFunction(), given));
  }

  private static void ask(PublicFunction function, Map<String, String> arguments) {
    AsDescribed.check(
        function,
        function.call(new Arguments(arguments), Client.START.plus(Duration.ofMinutes(5))));
  }
}
