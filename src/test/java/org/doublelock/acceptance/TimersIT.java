package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application does by the clock, on every server. */
@OnAnyDatabase
class TimersIT {

  private static final Duration OUTAGE = Duration.ofSeconds(30);
  private static final Duration RECOVERY = Duration.ofMinutes(2);

  private CrashingPostgres database;
  private RunningApp app;
  private BrowserContext browser;
  private TestKey key;

  @BeforeEach
  void start() {
    database = new CrashingPostgres();
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.putAll(
        Map.of(
            "doublelock.rate.max", "100000",
            "doublelock.mail.smtp.host", "127.0.0.1",
            "doublelock.mail.smtp.port", String.valueOf(AppProcess.freePort()),
            "doublelock.mail.smtp.security", "none",
            "doublelock.mail.from", "doublelock@example.com"));
    app = RunningApp.startedWith(settings);
    browser = Chromium.window();
    key = Owner.signIn(browser.newPage(), app).createKey();
  }

  @AfterEach
  void stop() throws IOException {
    browser.close();
    app.close();
    database.close();
  }

  /** Some servers drop a timer whose method failed twice, which takes less than this outage. */
  @Test
  void go_on_after_an_outage_of_the_database() throws Exception {
    long over = System.nanoTime() + OUTAGE.toNanos();
    database.kill();
    while (System.nanoTime() < over) {
      assertEquals(503, call().status());
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
    database.start();
    long end = System.nanoTime() + RECOVERY.toNanos();
    while (call().status() != 200) {
      assertTrue(System.nanoTime() < end, "calls are performed again without a restart");
    }

    long logged = database.number("select count(*) from call_log where refusal = ''");
    assertEquals(200, call().status());
    database.await("select count(*) from call_log where refusal = ''", count -> count > logged);

    change(
        "insert into second_factor_removal (api_key_id, asked_at, due_at)"
            + " select id, now(), now() from api_key");
    database.await("select count(*) from second_factor_removal", count -> count == 0);

    change(
        "insert into queued_mail (id, kind, account_id, recipient, language, event, detail, address,"
            + " browser, at_millis, tries, due_at_millis)"
            + " select id, 'alert', id, 'a@example.com', 'en', 'signed-in', '', '', '',"
            + " 1000 * extract(epoch from now()), 0, 0 from account");
    database.await("select count(*) from queued_mail where due_at_millis = 0", count -> count == 0);

    change(
        "insert into api_key_lease (api_key_id, epoch, until_millis, address, currency, told)"
            + " select api_key_id, epoch, 0, '', '', false from api_key_call_state");
    database.await("select count(*) from api_key_lease where not told", count -> count == 0);

    long mark = database.number("select mark_millis from database_history");
    database.await("select mark_millis from database_history", later -> later > mark);

    String moved =
        "select 1000 * coalesce(extract(epoch from min(moved_at)), 0) from exchange_market";
    long before = database.number(moved);
    database.await(moved, later -> later > before);
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      assertTrue(statement.executeUpdate(sql) > 0, sql);
    }
  }

  private ApiAnswer call() {
    return new ApiClient(app.base()).call(key, "Balance").send();
  }
}
