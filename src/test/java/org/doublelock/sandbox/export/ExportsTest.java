package org.doublelock.sandbox.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.doublelock.function.Arguments;
import org.doublelock.function.FileFunction;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.junit.jupiter.api.Test;

class ExportsTest {

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Client client = Client.of(exchange);
  private final Client other = Client.of(exchange);

  private static String add(Client who, String report, String... more) {
    String[] arguments = new String[4 + more.length];
    System.arraycopy(new String[] {"report", report, "description", "mine"}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return who.call("AddExport", arguments).getString("id");
  }

  private JsonObject status(String report) {
    return client.list("ExportStatus", "report", report).get(0);
  }

  private static byte[] file(Client who, String id) {
    return ((FileFunction) who.functions().get("RetrieveExport"))
        .file(who.caller(), new Arguments(Map.of("id", id)), who.now())
        .content();
  }

  private static List<String> lines(byte[] zipped, String name) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      assertEquals(name, zip.getNextEntry().getName());
      return new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String refusal(Client who, String id) {
    return assertThrows(FunctionFailure.class, () -> file(who, id)).wireError();
  }

  @Test
  void a_file_is_written_in_the_background_and_fetched() throws IOException {
    other.order("sell", "0.01", "XBTUSD", "30000");
    client.order("buy", "0.01", "XBTUSD", "30000");
    String id = add(client, "trades");
    assertEquals("Queued", status("trades").getString("status"));
    assertEquals("EQuery:Report not processed", refusal(client, id));
    assertTrue(Exports.writeNext(exchange, client.now()));
    assertFalse(Exports.writeNext(exchange, client.now()));
    assertEquals("Processed", status("trades").getString("status"));
    List<String> lines = lines(file(client, id), "trades.csv");
    assertEquals(2, lines.size(), "only the account's own");
    assertTrue(lines.get(0).startsWith("\"txid\",\"ordertxid\",\"pair\",\"time\""));
    assertTrue(
        lines.get(1).contains("\"XXBTZUSD\",\"2026-11-23 12:00:00.0000\",\"buy\",\"limit\""),
        lines.get(1));
    assertEquals("EQuery:Unknown report", refusal(other, id));
  }

  @Test
  void a_file_has_the_columns_and_the_time_that_were_asked_for() throws IOException {
    client.call("Balance");
    String id = add(client, "ledgers", "format", "TSV", "fields", "asset,amount", "starttm", "0");
    Exports.writeNext(exchange, client.now());
    List<String> lines = lines(file(client, id), "ledgers.tsv");
    assertEquals("\"txid\"\t\"asset\"\t\"amount\"", lines.get(0));
    assertEquals(10, lines.size());
    String before =
        add(client, "ledgers", "endtm", "" + Client.START.minusSeconds(60).getEpochSecond());
    Exports.writeNext(exchange, client.now());
    assertEquals(1, lines(file(client, before), "ledgers.csv").size());
  }

  @Test
  void a_file_has_nothing_that_the_key_may_not_query() throws IOException {
    client.call("Balance");
    Client limited = client.querying(Instant.parse("2026-11-24T00:00:00Z"), null);
    String id = add(limited, "ledgers");
    Exports.writeNext(exchange, client.now());
    assertEquals(1, lines(file(limited, id), "ledgers.csv").size());
  }

  @Test
  void a_file_that_has_what_a_key_may_not_query_is_unknown_to_it_whoever_asked_for_it()
      throws IOException {
    Instant day = Instant.parse("2026-11-23T00:00:00Z");
    client.call("Balance");
    String wide = add(client, "ledgers");
    String within = add(client, "ledgers", "starttm", "" + day.getEpochSecond());
    Exports.writeNext(exchange, client.now());
    Exports.writeNext(exchange, client.now());
    Client limited = client.querying(day, null);
    assertEquals("EQuery:Unknown report", refusal(limited, wide));
    assertEquals(
        "EQuery:Unknown report", limited.refusal("RemoveExport", "id", wide, "type", "delete"));
    assertEquals(
        List.of(within),
        limited.list("ExportStatus", "report", "ledgers").stream()
            .map(each -> each.getString("id"))
            .toList());
    assertEquals(10, lines(file(limited, within), "ledgers.csv").size());
    assertEquals("EQuery:Unknown report", refusal(client.querying(null, day), within));
    assertEquals(10, lines(file(client, wide), "ledgers.csv").size());
  }

  @Test
  void a_file_is_deleted_and_one_that_waits_is_cancelled() {
    String id = add(client, "trades");
    assertEquals(
        "EGeneral:Invalid arguments:type",
        client.refusal("RemoveExport", "id", id, "type", "delete"));
    assertEquals(
        "{\"cancel\":true}", client.call("RemoveExport", "id", id, "type", "cancel").toString());
    String written = add(client, "trades");
    Exports.writeNext(exchange, client.now());
    assertEquals(
        "{\"delete\":true}",
        client.call("RemoveExport", "id", written, "type", "delete").toString());
    assertEquals(List.of(), client.list("ExportStatus", "report", "trades"));
  }

  @Test
  void an_old_file_is_forgotten_and_a_broken_off_one_is_begun_again() {
    String id = add(client, "trades");
    exchange.perform(
        database -> {
          database.find(Export.class, id).begin(client.now());
          return id;
        });
    assertFalse(Exports.writeNext(exchange, client.now().plusSeconds(60)));
    assertTrue(Exports.writeNext(exchange, client.now().plusSeconds(601)));
    Exports.forget(exchange, client.now().plus(Duration.ofDays(15)));
    assertEquals(List.of(), client.list("ExportStatus", "report", "trades"));
  }

  @Test
  void wrong_arguments_are_named() {
    assertEquals(
        "EGeneral:Invalid arguments:report",
        client.refusal("AddExport", "report", "orders", "description", "x"));
    assertEquals(
        "EGeneral:Invalid arguments:fields",
        client.refusal("AddExport", "report", "trades", "description", "x", "fields", "secret"));
    assertEquals(
        "EGeneral:Invalid arguments:description", client.refusal("AddExport", "report", "trades"));
  }
}
