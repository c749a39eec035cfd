package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A primary that is lost. The application goes on with the standby, and takes no call a second
 * time, whether or not the standby had seen that it was accepted.
 */
class FailoverFaultIT {

  private static final int FAILOVERS = 5;
  private static final int CALLS = 60;

  @TempDir private static Path folder;
  private static ReplicatedPostgres database;
  private static RunningApp app;
  private static BrowserContext browser;

  private Owner owner;
  private TestKey key;
  private TestKey protectedKey;
  private TestKey counting;
  private Authenticator codes;

  @BeforeAll
  static void start() throws Exception {
    database = new ReplicatedPostgres();
    app = RunningApp.startedWith(settings("asynchronous"));
    browser = Chromium.window();
  }

  private static Map<String, String> settings(String replication) {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("doublelock.db.replication", replication);
    settings.put("doublelock.rate.max", "100000");
    settings.put("doublelock.vault.keyset-file", folder.resolve("keyset.json").toString());
    return settings;
  }

  @AfterAll
  static void stop() throws Exception {
    browser.close();
    app.close();
    database.close();
  }

  @BeforeEach
  void create_keys() throws Exception {
    database.addStandby();
    owner = Owner.signIn(browser.newPage(), app);
    key = owner.createKey();
    protectedKey = owner.createKey();
    counting = owner.createKey();
    codes = owner.switchOnWithApp(protectedKey);
  }

  @Test
  void no_call_is_accepted_twice_however_often_the_standby_takes_over() throws Exception {
    ApiClient api = new ApiClient(app.base());
    for (int failover = 1; failover <= FAILOVERS; failover++) {
      if (failover > 1) {
        database.addStandby();
      }
      database.cutReplication();
      try (ReplayedCalls calls = new ReplayedCalls(api)) {
        calls.accept(CALLS, key, protectedKey, codes);
        if (failover == 1) {
          calls.accept(api.call(counting, "Balance").nonce("41"));
        }
        calls.replay();
        database.failOver();
        calls.awaitAccepted(key);
        calls.assertNoneIsAcceptedAgain();
        assertAccepted(api);
        assertEquals(
            "EAPI:Invalid nonce",
            api.call(counting, "Balance").nonce("42").send().error(),
            "nobody knows whether it is fresh");
      }
    }
    owner.open("activity/calls");
    assertTrue(
        owner.page().content().contains("Give the key a new secret"),
        "the owner is told what to do");
  }

  /** With the standby gone no commit ends; with the primary gone, none that ended is lost. */
  @Test
  void where_commits_wait_for_the_standby_no_call_is_accepted_twice_and_none_is_refused_for_it()
      throws Exception {
    try (RunningApp waiting = RunningApp.startedWith(settings("synchronous"));
        ReplayedCalls calls = new ReplayedCalls(new ApiClient(waiting.base()))) {
      ApiClient api = new ApiClient(waiting.base());
      database.waitForStandby();
      calls.accept(CALLS, key, protectedKey, codes);
      calls.accept(api.call(counting, "Balance").nonce("41"));

      int longest = OperationsGuide.read().longestWait();
      database.freezeStandby();
      long start = System.nanoTime();
      ApiAnswer answer = api.call(key, "Balance").nonce(ReplayedCalls.nextTime()).send();
      assertEquals(503, answer.status(), answer.text());
      assertTrue(secondsSince(start) < longest, secondsSince(start) + " seconds");
      assertEquals(503, statusOf(waiting.page("health/ready")));

      calls.replay();
      database.thawStandby();
      database.failOverFromSilence();
      start = System.nanoTime();
      calls.awaitAccepted(key);
      assertTrue(secondsSince(start) < longest, secondsSince(start) + " seconds to recover");
      assertTrue(calls.longestSeconds() < longest, calls.longestSeconds() + " seconds");
      calls.assertNoneIsAcceptedAgain();
      assertAccepted(api);
      assertEquals("", api.call(counting, "Balance").nonce("42").send().error());
    }
  }

  /** The application's connections stay open to the pooler, and see no other server come. */
  @Test
  void behind_a_pooler_that_changes_the_server_no_call_is_accepted_twice() throws Exception {
    Map<String, String> behind = settings("asynchronous");
    try (PgBouncer pooler =
        PgBouncer.before(
            database.primaryPort(),
            "transaction",
            "server_login_retry = 1",
            "server_fast_close = 1")) {
      behind.put("doublelock.db.url", pooler.url());
      behind.put("doublelock.db.pooler", "transaction");
      try (RunningApp pooled = RunningApp.startedWith(behind);
          ReplayedCalls calls = new ReplayedCalls(new ApiClient(pooled.base()))) {
        database.cutReplication();
        calls.accept(CALLS, key, protectedKey, codes);
        calls.replay();
        database.failOver();
        pooler.lead(database.primaryPort());
        calls.awaitAccepted(key);
        calls.assertNoneIsAcceptedAgain();
        assertAccepted(new ApiClient(pooled.base()));
      }
    }
  }

  private static double secondsSince(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e9;
  }

  private static int statusOf(URI page) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private void assertAccepted(ApiClient api) {
    assertEquals(
        "",
        api.call(protectedKey, "Balance")
            .nonce(ReplayedCalls.nextTime())
            .otp(codes.code())
            .send()
            .error());
  }
}
