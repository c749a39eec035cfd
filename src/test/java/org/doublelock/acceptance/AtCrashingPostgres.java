package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** An application on a PostgreSQL of its own that a test may stop, and what is asked of it then. */
abstract class AtCrashingPostgres {

  /** Validating a pooled connection, giving it up, and failing to open another. */
  static final Duration LONGEST_PAGE = Duration.ofSeconds(45);

  /** As many connections as there are at most. */
  static final int POOL = 8;

  /** What Prometheus waits by default. */
  private static final Duration SCRAPE = Duration.ofSeconds(10);

  private static final String CREDENTIAL = "d".repeat(40);

  static final HttpClient HTTP = HttpClient.newHttpClient();

  static Duration longestCall;
  static CrashingPostgres database;
  static RunningApp app;
  static BrowserContext browser;
  static Owner owner;
  static TestKey key;

  @BeforeAll
  static void start() throws IOException {
    longestCall = Duration.ofSeconds(OperationsGuide.read().longestWait());
    database = new CrashingPostgres();
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.putAll(
        Map.of(
            "doublelock.db.answer-timeout-seconds", "6",
            "doublelock.db.statement-timeout-seconds", "4",
            "doublelock.db.lock-timeout-seconds", "3",
            "doublelock.rate.max", "100000",
            "doublelock.db.pool.max", String.valueOf(POOL),
            "doublelock.mail.smtp.host", "127.0.0.1",
            "doublelock.mail.smtp.port", String.valueOf(AppProcess.freePort()),
            "doublelock.mail.smtp.security", "none",
            "doublelock.mail.from", "doublelock@example.com",
            "doublelock.operations.credential", CREDENTIAL));
    app = RunningApp.startedWith(settings);
    browser = Chromium.window();
    browser.setDefaultNavigationTimeout(LONGEST_PAGE.toMillis());
    owner = Owner.signIn(browser.newPage(), app);
    key = owner.createKey();
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
    if (app != null) {
      app.close();
    }
    if (database != null) {
      database.close();
    }
  }

  static ApiAnswer call() {
    return new ApiClient(app.base()).call(key, "Balance").send();
  }

  static int page() {
    return owner.page().navigate(app.page("security/two-factor").toString()).status();
  }

  static int ready() throws IOException, InterruptedException {
    return HTTP.send(
            HttpRequest.newBuilder(URI.create(app.base() + "health/ready")).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  static Scrape scrape() throws Exception {
    long start = System.nanoTime();
    Scrape metrics = Scrape.of(app, CREDENTIAL);
    assertWithinBound(start, SCRAPE);
    return metrics;
  }

  static void assertWithinBound(long start, Duration bound) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    assertTrue(seconds <= bound.toSeconds(), seconds + " seconds");
  }
}
