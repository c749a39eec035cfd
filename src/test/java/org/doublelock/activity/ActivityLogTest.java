package org.doublelock.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.doublelock.Transactions;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ActivityLogTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final DataSource DATABASE =
      JdbcConnectionPool.create("jdbc:h2:mem:activity;DB_CLOSE_DELAY=-1", "sa", "");
  private static final Transactions TRANSACTIONS = new Transactions(DATABASE);

  private final UUID account = UUID.randomUUID();
  private final UUID key = UUID.randomUUID();
  private final CallLog calls = new CallLog(DATABASE);
  private final ActivityLog log = new ActivityLog(TRANSACTIONS.entities());

  @AfterAll
  static void close() {
    TRANSACTIONS.close();
  }

  @Test
  void pages_from_the_newest_to_the_oldest_and_loses_none_that_came_at_the_same_time()
      throws SQLException {
    for (int second = 0; second < 7; second++) {
      call(key, NOW.plusSeconds(second / 3), "");
    }
    calls.write(NOW);
    Entries<LoggedCall> first = read(Optional.empty(), CallOutcome.ANY, Optional.empty());
    Entries<LoggedCall> second = read(Optional.empty(), CallOutcome.ANY, first.older());
    Entries<LoggedCall> third = read(Optional.empty(), CallOutcome.ANY, second.older());
    assertEquals(List.of(2L, 1L, 1L), seconds(first));
    assertEquals(List.of(1L, 0L, 0L), seconds(second));
    assertEquals(List.of(0L), seconds(third));
    assertEquals(Optional.empty(), third.older());
  }

  @Test
  void shows_one_key_or_all_and_only_the_accounts_own() throws SQLException {
    UUID other = UUID.randomUUID();
    call(key, NOW, "");
    call(other, NOW, "otp-missing");
    calls.write(NOW);
    assertEquals(2, read(Optional.empty(), CallOutcome.ANY, Optional.empty()).shown().size());
    assertEquals(1, read(Optional.of(key), CallOutcome.ANY, Optional.empty()).shown().size());
    assertEquals(1, read(Optional.empty(), CallOutcome.ACCEPTED, Optional.empty()).shown().size());
    assertEquals(0, read(Optional.of(key), CallOutcome.REFUSED, Optional.empty()).shown().size());
    assertEquals(
        List.of(),
        TRANSACTIONS.in(
            () ->
                log.calls(
                        UUID.randomUUID(), Optional.of(key), CallOutcome.ANY, Optional.empty(), 10)
                    .shown()));
  }

  @Test
  void shows_an_event_of_a_newer_release_by_its_code() {
    SecurityEvents events = EventsOn.recorder(TRANSACTIONS);
    TRANSACTIONS.in(
        () -> {
          events.record(EventKind.ACCOUNT_LOCKED, account);
          events.record(EventKind.SIGNED_IN, account);
          return TRANSACTIONS
              .entities()
              .createQuery(
                  "update SecurityEventRow e set e.kind = 'key-lent'"
                      + " where e.kind = 'signed-in' and e.accountId = :account")
              .setParameter("account", account)
              .executeUpdate();
        });
    List<LoggedEvent> shown =
        TRANSACTIONS.in(() -> log.events(account, Optional.empty(), Optional.empty(), 3).shown());
    assertEquals(
        Map.of("account-locked", true, "key-lent", false),
        shown.stream().collect(Collectors.toMap(LoggedEvent::code, LoggedEvent::isByOperator)));
  }

  @Test
  void counts_calls_in_parts_of_time_and_by_reason() throws SQLException {
    call(key, NOW, "");
    call(key, NOW.plusSeconds(3599), "");
    call(key, NOW.plusSeconds(3600), "otp-wrong");
    call(key, NOW.plusSeconds(7199), "");
    call(key, NOW.minusMillis(1), "");
    call(key, NOW.plusSeconds(7200), "");
    calls.write(NOW);
    CallHistory history = TRANSACTIONS.in(() -> log.history(key, NOW, Duration.ofHours(1), 2));
    assertEquals(
        List.of(new CallHistory.Part(NOW, 2, 0), new CallHistory.Part(NOW.plusSeconds(3600), 1, 1)),
        history.parts());
    assertEquals(Map.of("otp-wrong", 1L), history.refusedBy());
  }

  @Test
  void what_is_older_than_it_is_kept_is_forgotten_and_nothing_else() throws SQLException {
    call(key, NOW.minus(Duration.ofDays(90)).minusMillis(1), "");
    call(key, NOW.minus(Duration.ofDays(90)), "");
    calls.write(NOW);
    new Retention(DATABASE, Clock.fixed(NOW, ZoneOffset.UTC), 0, 0).forget();
    assertEquals(2, read(Optional.of(key), CallOutcome.ANY, Optional.empty()).shown().size());
    new Retention(DATABASE, Clock.fixed(NOW, ZoneOffset.UTC), 90, 730).forget();
    assertEquals(1, read(Optional.of(key), CallOutcome.ANY, Optional.empty()).shown().size());
  }

  @Test
  void a_node_whose_clock_is_ahead_forgets_nothing_too_soon() throws SQLException {
    Instant fresh = Instant.now(); // as the database has it
    call(key, fresh, "");
    calls.write(fresh);
    Clock ahead = Clock.fixed(fresh.plus(Duration.ofDays(91)), ZoneOffset.UTC);
    new Retention(DATABASE, ahead, 90, 730).forget();
    assertEquals(1, read(Optional.of(key), CallOutcome.ANY, Optional.empty()).shown().size());
  }

  @Test
  void rows_that_a_clock_far_ahead_has_dated_keep_no_others() throws SQLException {
    try (Connection connection = DATABASE.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into call_log (account_id, api_key_id, at_millis, function, address, refusal,"
              + " calls) select random_uuid(), random_uuid(), "
              + NOW.plus(Duration.ofDays(400)).toEpochMilli()
              + ", '', '', '', 1 from system_range(1, 5000)");
    }
    call(key, NOW.minus(Duration.ofDays(91)), "");
    calls.write(NOW);
    new Retention(DATABASE, Clock.fixed(NOW, ZoneOffset.UTC), 90, 730).forget();
    assertEquals(0, read(Optional.of(key), CallOutcome.ANY, Optional.empty()).shown().size());
  }

  @Test
  void what_happened_to_nobody_is_forgotten_within_an_hour_whatever_is_kept() throws SQLException {
    Instant hour = NOW.minus(Duration.ofHours(1));
    refused(SecurityEvent.NOBODY, hour.minusMillis(1));
    refused(SecurityEvent.NOBODY, hour);
    refused(account, hour.minusMillis(1));
    new Retention(DATABASE, Clock.fixed(NOW, ZoneOffset.UTC), 0, 0).forget();
    assertEquals(1, EventsOn.kinds(TRANSACTIONS, SecurityEvent.NOBODY).size());
    assertEquals(1, EventsOn.kinds(TRANSACTIONS, account).size());
  }

  private static void refused(UUID account, Instant at) {
    TRANSACTIONS.in(
        () -> {
          EventsOn.recorder(TRANSACTIONS)
              .record(
                  new SecurityEvent(
                      account, Optional.empty(), EventKind.SIGN_IN_REFUSED, "", Origin.none(), at));
          return null;
        });
  }

  @Test
  void calls_that_the_database_did_not_take_wait_for_the_next_writing() throws SQLException {
    boolean[] away = {true};
    CallLog log = new CallLog(SometimesAway.of(DATABASE, away));
    log.accepted(new LoggedCall(account, key, NOW, "Balance", "", Optional.empty(), true, 1));
    try {
      log.write(NOW);
    } catch (SQLException expected) {
      away[0] = false;
    }
    log.write(NOW);
    assertEquals(1, read(Optional.of(key), CallOutcome.ANY, Optional.empty()).shown().size());
    assertEquals(0, log.lost());
  }

  private void call(UUID apiKey, Instant at, String refusal) {
    calls.accepted(
        new LoggedCall(
            account,
            apiKey,
            at,
            "Balance",
            "192.0.2.1",
            Optional.of(refusal).filter(reason -> !reason.isEmpty()),
            true,
            1));
  }

  private Entries<LoggedCall> read(
      Optional<UUID> apiKey, CallOutcome outcome, Optional<Position> before) {
    return TRANSACTIONS.in(() -> log.calls(account, apiKey, outcome, before, 3));
  }

  private static List<Long> seconds(Entries<LoggedCall> entries) {
    return entries.shown().stream()
        .map(call -> Duration.between(NOW, call.at()).toSeconds())
        .toList();
  }
}
