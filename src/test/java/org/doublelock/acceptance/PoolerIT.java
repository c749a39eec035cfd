package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL behind a pooler, as it is often run. */
@OnPostgresql
@BeforeRelease
class PoolerIT {

  private static final int CALLS = 500;

  private EmbeddedPostgres database;

  @BeforeEach
  void start() throws IOException {
    database = EmbeddedPostgres.start();
  }

  @AfterEach
  void stop() throws IOException {
    database.close();
  }

  @Test
  void every_call_is_answered_through_one_by_sessions() throws Exception {
    try (PgBouncer pooler =
            PgBouncer.before(database.getPort(), "session", "default_pool_size = 40");
        RunningApp app = RunningApp.startedWith(settings(pooler, "session"))) {
      assertEveryCallIsAnswered(app);
    }
  }

  /** Fewer sessions than connections, so that these are in one or the other by turns. */
  @Test
  void every_call_is_answered_through_one_by_transactions() throws Exception {
    try (PgBouncer pooler =
            PgBouncer.before(database.getPort(), "transaction", "default_pool_size = 4");
        RunningApp app = RunningApp.startedWith(settings(pooler, "transaction"))) {
      assertEveryCallIsAnswered(app);
    }
  }

  @Test
  void one_by_transactions_that_is_not_declared_ends_the_start_with_the_setting() throws Exception {
    try (PgBouncer pooler =
            PgBouncer.before(
                database.getPort(), "transaction", "ignore_startup_parameters = options");
        AppProcess app = AppProcess.with(settings(pooler, "none")).launch()) {
      assertEquals(1, app.awaitExit());
      String log = Files.readString(app.dataDirectory().resolve("logs/server.0.log"));
      assertTrue(log.contains("set doublelock.db.pooler=transaction"), app.printed());
    }
  }

  private static Map<String, String> settings(PgBouncer pooler, String declared) {
    Map<String, String> settings = new HashMap<>();
    settings.put("doublelock.db.url", pooler.url());
    settings.put("doublelock.db.user", "postgres");
    settings.put("doublelock.db.pooler", declared);
    settings.put("doublelock.bootstrap.user", RunningApp.USER_NAME);
    settings.put("doublelock.bootstrap.password", RunningApp.PASSWORD);
    settings.put("doublelock.rate.max", "100000");
    return settings;
  }

  private static void assertEveryCallIsAnswered(RunningApp app) throws Exception {
    try (BrowserContext browser = Chromium.window()) {
      Owner owner = Owner.signIn(browser.newPage(), app);
      List<TestKey> keys = new ArrayList<>();
      List<Authenticator> apps = new ArrayList<>();
      for (int key = 0; key < 4; key++) {
        keys.add(owner.createKey());
        apps.add(owner.switchOnWithApp(keys.get(key)));
      }
      ExecutorService callers = Executors.newFixedThreadPool(keys.size());
      try {
        List<Future<Integer>> accepted = new ArrayList<>();
        for (int caller = 0; caller < keys.size(); caller++) {
          TestKey key = keys.get(caller);
          Authenticator codes = apps.get(caller);
          accepted.add(callers.submit(() -> calls(app, key, codes)));
        }
        int all = 0;
        for (Future<Integer> each : accepted) {
          all += each.get(5, TimeUnit.MINUTES);
        }
        assertEquals(CALLS, all);
      } finally {
        callers.shutdownNow();
      }
    }
  }

  /** How many of its calls with a code were accepted. */
  private static int calls(RunningApp app, TestKey key, Authenticator codes) {
    ApiClient api = new ApiClient(app.base());
    int accepted = 0;
    for (int call = 0; call < CALLS / 4; call++) {
      ApiAnswer answer = api.call(key, "Balance").otp(codes.code()).send();
      assertEquals("", answer.error());
      accepted++;
    }
    return accepted;
  }
}
