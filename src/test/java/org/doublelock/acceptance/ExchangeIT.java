package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The simulated exchange over HTTP, as whoever tries a program finds it. */
@AcceptanceTest
class ExchangeIT {

  private static JsonObject ask(RunningApp app, String function) {
    HttpRequest request = HttpRequest.newBuilder(app.page("0/public/" + function)).build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
        return reader.readObject().getJsonObject("result");
      }
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void names_with_a_slash_are_answered_as_others(Owner owner, ApiClient api) {
    TestKey key = owner.createKey();
    ApiAnswer offer = api.call(key, "Earn/Strategies").send();
    assertEquals(200, offer.status());
    assertEquals("{\"next_cursor\":null,\"items\":[]}", offer.result().toString());
    ApiAnswer unknown = api.call(key, "Earn/Nothing").send();
    assertEquals(200, unknown.status());
    assertEquals("EGeneral:Unknown method", unknown.error());
    assertEquals(404, api.call(key, "Earn/Nothing/More").send().status());
  }

  @Test
  void the_house_stands_on_both_sides_and_a_market_order_fills(Owner owner, ApiClient api) {
    TestKey key = owner.createKey();
    owner
        .page()
        .waitForCondition(
            () -> ask(owner.app(), "Trades?pair=XBTUSD").getJsonArray("XXBTZUSD").size() > 0);
    JsonObject book = ask(owner.app(), "Depth?pair=XBTUSD").getJsonObject("XXBTZUSD");
    BigDecimal ask = new BigDecimal(book.getJsonArray("asks").getJsonArray(0).getString(0));
    BigDecimal bid = new BigDecimal(book.getJsonArray("bids").getJsonArray(0).getString(0));
    assertTrue(bid.compareTo(ask) < 0, book::toString);
    assertTrue(!ask(owner.app(), "OHLC?pair=XBTUSD").getJsonArray("XXBTZUSD").isEmpty());
    assertEquals(1, ask(owner.app(), "Spread?pair=XBTUSD").getJsonArray("XXBTZUSD").size());
    String id =
        api.call(key, "AddOrder")
            .with("pair", "ETHUSD")
            .with("type", "buy")
            .with("ordertype", "market")
            .with("volume", "0.01")
            .send()
            .result()
            .getJsonArray("txid")
            .getString(0);
    JsonObject order =
        api.call(key, "QueryOrders").with("txid", id).send().result().getJsonObject(id);
    assertEquals("closed", order.getString("status"), order::toString);
  }

  @Test
  void a_file_is_written_by_itself_and_fetched(Owner owner, ApiClient api) {
    TestKey key = owner.createKey();
    String id =
        api.call(key, "AddExport")
            .with("report", "ledgers")
            .with("description", "all of it")
            .with("starttm", "0")
            .send()
            .result()
            .getString("id");
    owner
        .page()
        .waitForCondition(
            () ->
                api
                    .call(key, "ExportStatus")
                    .with("report", "ledgers")
                    .send()
                    .json()
                    .getJsonArray("result")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .anyMatch(
                        file ->
                            file.getString("id").equals(id)
                                && file.getString("status").equals("Processed")));
    ApiAnswer file = api.call(key, "RetrieveExport").with("id", id).send();
    assertEquals("application/octet-stream", file.headers().firstValue("Content-Type").orElse(""));
    assertTrue(file.text().startsWith("PK"), "a zip");
    assertEquals(
        "EQuery:Unknown report", api.call(key, "RetrieveExport").with("id", "E").send().error());
    api.call(key, "RemoveExport").with("id", id).with("type", "delete").send();
  }

  /** As a client does it that saw no answer and asks again. */
  @Test
  void of_two_orders_at_once_with_one_id_of_the_client_one_is_placed(Owner owner, ApiClient api)
      throws Exception {
    List<TestKey> keys = List.of(owner.createKey(), owner.createKey());
    String id = UUID.randomUUID().toString();
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (TestKey key : keys) {
        String pair = answers.isEmpty() ? "XBTUSD" : "ETHUSD";
        answers.add(
            both.submit(
                () -> {
                  start.await();
                  return api.call(key, "AddOrder")
                      .with("pair", pair)
                      .with("type", "buy")
                      .with("ordertype", "limit")
                      .with("price", "100")
                      .with("volume", "0.1")
                      .with("cl_ord_id", id)
                      .send()
                      .error();
                }));
      }
      assertEquals(
          Set.of("", "EOrder:Duplicate order"), Set.of(answers.get(0).get(), answers.get(1).get()));
    } finally {
      both.shutdown();
    }
    api.call(keys.get(0), "CancelOrder").with("cl_ord_id", id).send();
  }

  @Test
  void a_signature_without_its_padding_is_the_same_one(Owner owner, ApiClient api) {
    ApiClient.Call call = api.call(owner.createKey(), "Balance");
    assertEquals("", call.signature(call.rightSignature().replace("=", "")).send().error());
  }
}
