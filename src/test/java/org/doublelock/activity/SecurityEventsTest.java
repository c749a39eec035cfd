package org.doublelock.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.Transactions;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SecurityEventsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Transactions TRANSACTIONS =
      new Transactions(JdbcConnectionPool.create("jdbc:h2:mem:events;DB_CLOSE_DELAY=-1", "sa", ""));

  private final UUID account = UUID.randomUUID();
  private final List<SecurityEvent> told = new ArrayList<>();
  private final SecurityEvents events =
      new SecurityEvents(TRANSACTIONS.entities(), Clock.fixed(NOW, ZoneOffset.UTC), told::add);

  @AfterAll
  static void close() {
    TRANSACTIONS.close();
  }

  @Test
  void what_is_recorded_is_read_back_and_told() {
    UUID key = UUID.randomUUID();
    record(EventKind.KEY_CREATED, key, "trading");
    SecurityEvent expected =
        new SecurityEvent(
            account, Optional.of(key), EventKind.KEY_CREATED, "trading", Origin.none(), NOW);
    assertEquals(
        List.of(new LoggedEvent("key-created", Optional.of(key), "trading", Origin.none(), NOW)),
        stored());
    assertEquals(List.of(expected), told);
  }

  @Test
  void a_change_that_is_undone_leaves_no_event() {
    assertThrows(
        IllegalStateException.class,
        () ->
            TRANSACTIONS.in(
                () -> {
                  events.record(EventKind.KEY_DELETED, account, "undone");
                  throw new IllegalStateException("the change failed");
                }));
    assertEquals(List.of(), stored());
  }

  @Test
  void a_long_text_of_several_lines_is_kept_as_a_short_one() {
    record(EventKind.KEY_CHANGED, UUID.randomUUID(), "first\r\nsecond" + "x".repeat(300));
    String detail = stored().get(0).detail();
    assertEquals(200, detail.length());
    assertEquals("first  second", detail.substring(0, 13));
    assertEquals("x…", detail.substring(198), "what is cut says so");
  }

  private void record(EventKind kind, UUID key, String detail) {
    TRANSACTIONS.in(
        () -> {
          events.record(kind, account, key, detail);
          return null;
        });
  }

  private List<LoggedEvent> stored() {
    return TRANSACTIONS.in(
        () ->
            TRANSACTIONS
                .entities()
                .createQuery(
                    "select e from SecurityEventRow e where e.accountId = :account",
                    SecurityEventRow.class)
                .setParameter("account", account)
                .getResultStream()
                .map(SecurityEventRow::event)
                .toList());
  }
}
