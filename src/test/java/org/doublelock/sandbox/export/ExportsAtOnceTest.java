package org.doublelock.sandbox.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.doublelock.function.Arguments;
import org.doublelock.function.FileFunction;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.CallAtOnce;
import org.doublelock.sandbox.Client;
import org.doublelock.sandbox.ExchangeOn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that are asked for, fetched and removed at the same moment. */
class ExportsAtOnceTest {

  private static final Map<String, String> TRADES = Map.of("report", "trades", "description", "x");

  private final CallAtOnce atOnce = new CallAtOnce();
  private final ExchangeOn exchange = atOnce.exchange();
  private final Client client = Client.of(exchange);

  @AfterEach
  void close() {
    atOnce.close();
  }

  private String add() {
    return client.call("AddExport", "report", "trades", "description", "x").getString("id");
  }

  private int number() {
    return client.list("ExportStatus", "report", "trades").size();
  }

  @Test
  void of_two_asked_for_at_once_one_gets_the_last_place() throws Exception {
    for (int each = 1; each < Exports.MAX_OF_ONE; each++) {
      add();
    }
    String refused =
        atOnce.during(
            database ->
                new AddExportFunction()
                    .perform(
                        new AskedCall(
                            database, client.caller(), new Arguments(TRADES), client.now())),
            () -> assertThrows(FunctionFailure.class, this::add).wireError());
    assertEquals("EGeneral:Too many requests", refused);
    assertEquals(Exports.MAX_OF_ONE, number());
  }

  @Test
  void old_files_are_forgotten_by_two_nodes_in_the_same_minute() throws Exception {
    List<String> old = List.of(add(), add());
    Exports.writeNext(exchange, client.now());
    Instant later = client.now().plus(Duration.ofDays(15));
    Callable<Integer> onAnotherNode =
        () -> {
          Exports.forget(exchange, later);
          return number();
        };
    int left =
        atOnce.during(
            database ->
                old.forEach(id -> Exports.remove(database, database.find(Export.class, id))),
            onAnotherNode);
    assertEquals(0, left);
  }

  @Test
  void a_file_that_is_cancelled_when_it_is_about_to_be_written_is_left() throws Exception {
    String id = add();
    boolean written =
        atOnce.during(
            database -> Exports.remove(database, database.find(Export.class, id)),
            () -> Exports.writeNext(exchange, client.now()));
    assertFalse(written);
    assertEquals(0, number());
  }

  @Test
  void a_file_that_two_nodes_find_waiting_is_begun_by_one() throws Exception {
    String id = add();
    boolean written =
        atOnce.during(
            database -> database.find(Export.class, id).begin(client.now()),
            () -> Exports.writeNext(exchange, client.now()));
    assertFalse(written);
  }

  @Test
  void a_file_that_is_removed_while_it_is_fetched_is_unknown_and_not_empty() {
    String id = add();
    Exports.writeNext(exchange, client.now());
    // as it is between the two reads, where the removal has committed
    exchange.perform(database -> database.createQuery("delete from ExportPart p").executeUpdate());
    FileFunction function = (FileFunction) client.functions().get("RetrieveExport");
    Arguments named = new Arguments(Map.of("id", id));
    assertEquals(
        "EQuery:Unknown report",
        assertThrows(
                FunctionFailure.class, () -> function.file(client.caller(), named, client.now()))
            .wireError());
  }
}
