package org.doublelock.sandbox.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

class ExportTimerTest {

  private final ExchangeOn exchange = ExchangeOn.memory();
  private final Client client = Client.of(exchange);

  private ExportTimer timer(Instant now, Collection<? extends PrivateFunction> functions) {
    return new ExportTimer(
        exchange, new FunctionRegistry(List.copyOf(functions)), Clock.fixed(now, ZoneOffset.UTC));
  }

  private String status() {
    return client.list("ExportStatus", "report", "trades").get(0).getString("status");
  }

  @Test
  void a_file_that_was_asked_for_is_written() {
    client.call("AddExport", "report", "trades", "description", "x");
    timer(Client.START, List.of()).write();
    assertEquals("Queued", status(), "the functions of another API stand alone there");
    timer(Client.START, Functions.on(exchange).values()).write();
    assertEquals("Processed", status());
  }

  @Test
  void files_go_after_two_weeks_whether_or_not_anybody_asks_for_another() {
    client.call("AddExport", "report", "trades", "description", "x");
    timer(Client.START, List.of()).forget();
    assertEquals(1, client.list("ExportStatus", "report", "trades").size());
    timer(Client.START.plus(Duration.ofDays(15)), List.of()).forget();
    assertEquals(0, client.list("ExportStatus", "report", "trades").size());
  }
}
