package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application whose PostgreSQL stops answering, or dies, and comes back. */
@OnAnyDatabase
class DatabaseAwayIT extends AtCrashingPostgres {

  private static final Duration RECOVERY = Duration.ofSeconds(60);

  @AfterEach
  void recovers_by_itself() throws Exception {
    long end = System.nanoTime() + RECOVERY.toNanos();
    ApiAnswer answer = call();
    while (answer.status() != 200 && System.nanoTime() < end) {
      answer = call();
    }
    assertEquals("", answer.error(), "calls are performed again without a restart");
    await(200, DatabaseAwayIT::page); // a connection that broke meanwhile is an error once
    owner.expectHeading("2FA Settings");
    await(200, DatabaseAwayIT::ready);
  }

  @Test
  void a_database_that_hangs_is_an_error_in_bounded_time() throws Exception {
    database.files().freeze();
    try {
      assertAway();
    } finally {
      database.files().thaw();
    }
  }

  @Test
  void a_database_that_is_killed_is_an_error_until_it_is_back() throws Exception {
    database.kill();
    assertAway();
    database.start();
  }

  @Test
  void who_signs_out_meanwhile_is_out_of_that_browser_and_is_told_what_is_left() throws Exception {
    try (BrowserContext other = Chromium.window()) {
      other.setDefaultNavigationTimeout(LONGEST_PAGE.toMillis());
      Owner leaving = Owner.signIn(other.newPage(), app);
      leaving.page().locator("details.account-menu summary").click();
      database.kill();
      try {
        leaving.press("Sign out");
        leaving.page().waitForURL("**/sign-out");
        leaving.expectHeading("You are signed out in this browser");
        assertThat(leaving.page().locator(".account-menu")).hasCount(0);
      } finally {
        database.start();
      }
      Person.expectSignedOut(leaving);
    }
  }

  /** It reads as ever, and no commit comes to its end. */
  @Test
  void a_synchronous_standby_that_is_gone_lets_no_call_through_and_is_told_by_readiness()
      throws Exception {
    setting("alter system set synchronous_standby_names = 'gone'");
    ApiClient.Call sent = new ApiClient(app.base()).call(key, "Balance");
    try {
      await(503, DatabaseAwayIT::ready);
      long start = System.nanoTime();
      assertEquals(503, sent.send().status());
      assertWithinBound(start, longestCall);
    } finally {
      setting("alter system reset synchronous_standby_names");
    }
    recovers_by_itself();
    assertEquals("EAPI:Invalid nonce", sent.send().error(), "it may have been committed");
    database.await(
        "select count(*) from pg_stat_activity where wait_event = 'SyncRep'", n -> n == 0);
  }

  private static void setting(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      statement.execute("select pg_reload_conf()");
    }
  }

  private static void await(int wanted, Callable<Integer> status) throws Exception {
    long end = System.nanoTime() + RECOVERY.toNanos();
    while (status.call() != wanted) {
      assertTrue(System.nanoTime() < end, "in vain for " + wanted);
    }
  }

  @Test
  void a_database_that_is_restarted_is_not_even_noticed_afterwards() throws Exception {
    database.close();
    database.start();
  }

  /** Somebody else's lock keeps every connection busy: what comes next waits, but not for long. */
  @Test
  void a_pool_that_is_full_is_an_error_in_bounded_time_and_then_empty_again() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(4 * POOL);
    double refused = scrape().value("doublelock_database_connections_refused_total");
    try (Connection holder = database.connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("lock table api_key in access exclusive mode");
      long start = System.nanoTime();
      List<Future<ApiAnswer>> answers = new ArrayList<>();
      for (int caller = 0; caller < 4 * POOL; caller++) {
        TestKey unknown =
            key.withPublicKey(String.format("%04d", caller) + key.publicKey().substring(4));
        ApiClient api = new ApiClient(app.base());
        answers.add(callers.submit(() -> api.call(unknown, "Balance").send()));
      }
      scrape();
      for (Future<ApiAnswer> answer : answers) {
        assertEquals("EService:Unavailable", answer.get().error());
        assertEquals(503, answer.get().status());
      }
      assertWithinBound(start, longestCall);
      assertTrue(scrape().value("doublelock_database_connections_refused_total") > refused);
      holder.rollback();
    } finally {
      callers.shutdownNow();
    }
  }

  /**
   * Whoever meets a cut connection gets an error once. The pool does not look at one that it looked
   * at in the last second, so several meet each: with a transaction, as pages have it, or without.
   */
  @Test
  void connections_that_were_cut_are_all_replaced() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(2 * POOL);
    try {
      assertEquals(Set.of(200), statuses(callers));
      try (Connection operator = database.connect();
          Statement statement = operator.createStatement()) {
        for (int cut = 0; cut < 10; cut++) {
          statement.execute(
              "select pg_terminate_backend(pid) from pg_stat_activity"
                  + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
          statuses(callers);
        }
      }
      long end = System.nanoTime() + RECOVERY.toNanos();
      while (!statuses(callers).equals(Set.of(200)) && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      for (int round = 0; round < 10; round++) {
        assertEquals(Set.of(200), statuses(callers), "round " + round);
      }
    } finally {
      callers.shutdownNow();
    }
  }

  /** Of as many pages and calls at once as there are connections. */
  private static Set<Integer> statuses(ExecutorService callers) throws Exception {
    HttpRequest page =
        HttpRequest.newBuilder(app.page("security/two-factor"))
            .header(
                "Cookie",
                browser.cookies().stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; ")))
            .build();
    List<Future<Integer>> answers = new ArrayList<>();
    for (int each = 0; each < POOL; each++) {
      answers.add(callers.submit(() -> call().status()));
      answers.add(
          callers.submit(
              () -> HTTP.send(page, HttpResponse.BodyHandlers.discarding()).statusCode()));
    }
    Set<Integer> statuses = new TreeSet<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    return statuses;
  }

  private static void assertAway() throws Exception {
    long start = System.nanoTime();
    ApiAnswer answer = call();
    assertEquals(503, answer.status(), answer.text());
    assertEquals("EService:Unavailable", answer.error());
    assertWithinBound(start, longestCall);

    start = System.nanoTime();
    assertEquals(503, page());
    owner.expectHeading("We cannot get at our records right now");
    assertThat(owner.page().getByText("Nothing was changed")).isVisible();
    assertWithinBound(start, LONGEST_PAGE);

    await(503, DatabaseAwayIT::ready);
    assertMetricsTellIt();
  }

  /** They are wanted most now; what only the database knows is left out. */
  private static void assertMetricsTellIt() throws Exception {
    Scrape metrics = scrape();
    assertEquals(0, metrics.value("doublelock_database_ready"));
    assertTrue(metrics.value("doublelock_calls_total", "outcome", "unavailable") > 0);
    assertFalse(metrics.names().contains("doublelock_mails_queued"), metrics.text());
  }
}
