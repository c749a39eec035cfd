package org.doublelock.acceptance;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages that hold all connections they may have, while calls go on. */
@OnAnyDatabase
class PagesShareIT {

  private static final int SHARE = 2;

  private static EmbeddedPostgres database;
  private static RunningApp app;
  private static BrowserContext window;
  private static Owner owner;

  @BeforeAll
  static void start() throws IOException {
    database = EmbeddedPostgres.start();
    app =
        RunningApp.startedWith(
            Map.ofEntries(
                entry("doublelock.db.url", database.getJdbcUrl("postgres", "postgres")),
                entry("doublelock.db.user", "postgres"),
                entry("doublelock.bootstrap.user", RunningApp.USER_NAME),
                entry("doublelock.bootstrap.password", RunningApp.PASSWORD),
                entry("doublelock.db.answer-timeout-seconds", "120"),
                entry("doublelock.db.statement-timeout-seconds", "100"),
                entry("doublelock.db.lock-timeout-seconds", "90"),
                entry("doublelock.db.pool.max", "4"),
                entry("doublelock.db.pool.pages", String.valueOf(SHARE)),
                entry("doublelock.db.pool.wait-millis", "1000"),
                entry("doublelock.rate.max", "100000")));
    window = Chromium.window();
    owner = Owner.signIn(window.newPage(), app);
  }

  @AfterAll
  static void stop() throws IOException {
    window.close();
    app.close();
    database.close();
  }

  @Test
  @Timeout(300)
  void pages_wait_for_their_share_and_calls_do_not() throws Exception {
    TestKey key = owner.createKey();
    ApiClient api = new ApiClient(app.base());
    try (SignInFlood flood = new SignInFlood(app.base(), 3 * SHARE, "en");
        Connection holding = database.getPostgresDatabase().getConnection();
        Statement statement = holding.createStatement()) {
      holding.setAutoCommit(false);
      statement.execute("select * from sign_in_nobody for update");
      awaitWaiting(statement);
      Response page = owner.page().navigate(app.page("security/two-factor").toString());
      assertEquals(503, page.status());
      assertEquals("5", page.headerValue("Retry-After"));
      owner.expectHeading("We cannot get at our records right now");
      for (int call = 0; call < 50; call++) {
        assertEquals("", api.call(key, "Balance").send().error());
      }
      holding.rollback();
      flood.end();
    }
    owner.open("security/two-factor");
    owner.expectHeading("2FA Settings");
  }

  /** Until pages have all the connections that they may have, and wait in the database. */
  private static void awaitWaiting(Statement statement) throws SQLException {
    int waiting = 0;
    while (waiting < SHARE) {
      LockSupport.parkNanos(10_000_000);
      try (ResultSet row =
          statement.executeQuery("select count(*) from pg_locks where not granted")) {
        row.next();
        waiting = row.getInt(1);
      }
    }
  }
}
