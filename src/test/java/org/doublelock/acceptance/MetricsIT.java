package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.verification.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator's Prometheus sees, and what is made of it in {@code docs/observability}. */
@OnAnyDatabase
class MetricsIT {

  private static final String CREDENTIAL = UUID.randomUUID().toString();
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final Pattern ALERT = Pattern.compile("(?m)^ +expr: (.*)$");
  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(doublelock_[a-z_]+)`");
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

  private static RunningApp app;
  private static Scrape first;

  @BeforeAll
  static void start() throws Exception {
    app = RunningApp.startedWith(Map.of("doublelock.operations.credential", CREDENTIAL));
    // the first questions of a node to its database may take longer than a reading waits
    first = await(each -> each.names().contains("doublelock_sessions"));
  }

  @AfterAll
  static void stop() {
    if (app != null) {
      app.close();
    }
  }

  /** Otherwise nobody would see the first one after a start: it would have grown from nothing. */
  @Test
  void every_outcome_is_there_at_0_before_anything_happened() {
    for (Refusal reason : Refusal.values()) {
      assertEquals(0, first.value("doublelock_calls_total", "outcome", reason.code()));
    }
    for (String outcome : List.of("accepted", "unavailable", "failed")) {
      assertEquals(0, first.value("doublelock_calls_total", "outcome", outcome));
    }
    for (String outcome : List.of("signed-in", "password-refused", "factor-refused", "busy")) {
      assertEquals(0, first.value("doublelock_sign_ins_total", "outcome", outcome));
    }
    for (String outcome : List.of("sent", "postponed", "refused", "given-up")) {
      assertEquals(0, first.value("doublelock_mails_total", "outcome", outcome));
    }
    for (String area : List.of("api", "authz", "pages", "static", "operations")) {
      assertEquals(
          Set.of("2xx", "3xx", "4xx", "5xx"),
          first.samples().stream()
              .filter(sample -> sample.name().equals("doublelock_http_request_seconds_count"))
              .filter(sample -> area.equals(sample.labels().get("area")))
              .map(sample -> sample.labels().get("status"))
              .collect(Collectors.toSet()));
    }
    assertEquals(0, first.value("doublelock_sessions"));
    assertEquals(0, first.value("doublelock_call_log_lost_total"));
  }

  @Test
  void what_happens_is_counted() throws Exception {
    try (BrowserContext window = Chromium.window()) {
      Owner owner = Owner.signIn(window.newPage(), app);
      TestKey key = owner.createKey();
      assertEquals("", new ApiClient(app.base()).call(key, "Balance").send().error());
      String stranger = "A".repeat(55) + "=";
      new ApiClient(app.base()).call(new TestKey("nobody's", stranger, "AAAA"), "Balance").send();

      String requests = "doublelock_http_request_seconds_count";
      // an answer may be there a moment before it is counted
      Scrape now = await(each -> each.value(requests, "area", "api", "status", "2xx") == 2);
      assertEquals(1, now.value("doublelock_calls_total", "outcome", "accepted"));
      assertEquals(1, now.value("doublelock_calls_total", "outcome", "unknown-key"));
      assertEquals(2, now.value("doublelock_verification_seconds_count"));
      assertEquals(1, now.value("doublelock_sign_ins_total", "outcome", "signed-in"));
      assertEquals(1, now.value("doublelock_sessions"));
      assertTrue(now.value(requests, "area", "pages", "status", "3xx") > 0, now.text());
      assertTrue(now.value(requests, "area", "static", "status", "2xx") > 0, now.text());
      assertTrue(now.value(requests, "area", "operations", "status", "2xx") > 0, now.text());
      assertFalse(now.text().contains(key.publicKey()), now.text());
    }
  }

  @Test
  void the_pool_the_timers_and_the_build_are_told() throws Exception {
    double open = first.value("doublelock_database_connections_open");
    assertTrue(open >= 1 && open <= first.value("doublelock_database_connections_max"), "" + open);
    assertTrue(first.value("doublelock_database_connection_wait_seconds_count") > 0);
    assertEquals(1, first.value("doublelock_database_ready"));
    assertTrue(Math.abs(first.value("doublelock_clock_ahead_seconds")) < 5);
    String version =
        VERSION
            .matcher(Files.readString(Path.of("pom.xml")))
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    assertEquals(1, first.value("doublelock_build_info", "version", version));
    for (String timer : List.of("CallLogWriter.write", "MailDelivery.sendDue")) {
      await(now -> now.value("doublelock_timer_runs_total", "timer", timer) > 0);
    }
    assertTrue(first.value("doublelock_timer_runs_total", "timer", "Retention.forget") >= 0);
  }

  @Test
  void promtool_finds_nothing_to_say_about_the_metrics() throws Exception {
    assertEquals("", Promtool.judge(first.text(), "check", "metrics"));
  }

  @Test
  void promtool_finds_nothing_to_say_about_the_alerts_and_their_test_holds() throws Exception {
    assertEquals("", Promtool.judge("", "check", "rules", "alerts.yml"));
    assertEquals("", Promtool.judge("", "check", "config", "--syntax-only", "prometheus.yml"));
    assertEquals("", Promtool.judge("", "test", "rules", "alerts.test.yml"));
  }

  @Test
  void alerts_and_dashboard_read_what_is_there() throws Exception {
    List<String> alerts =
        ALERT
            .matcher(Files.readString(Promtool.FOLDER.resolve("alerts.yml")))
            .results()
            .map(each -> each.group(1))
            .toList();
    List<String> panels = expressions(dashboard()).toList();
    assertTrue(alerts.size() > 10 && panels.size() > 10, alerts + " " + panels);
    Set<String> missing = new TreeSet<>();
    Stream.of(alerts, panels)
        .flatMap(List::stream)
        .flatMap(each -> WatchedFigure.in(each).stream())
        .filter(figure -> !figure.name().equals("up")) // Prometheus's own
        .forEach(
            figure -> {
              if (!first.names().contains(figure.name())) {
                missing.add(figure.name());
              }
              figure.values().stream()
                  .filter(each -> !first.values(figure.name(), each.label()).contains(each.value()))
                  .forEach(each -> missing.add(figure.name() + each));
            });
    assertEquals(Set.of(), missing);
  }

  @Test
  void the_guide_lists_each_metric_of_ours() throws Exception {
    Set<String> listed =
        LISTED
            .matcher(Files.readString(Promtool.FOLDER.resolve("README.md")))
            .results()
            .map(each -> each.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> shown =
        first.families().stream()
            .filter(name -> name.startsWith("doublelock_"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(shown, listed);
  }

  private static Scrape await(Predicate<Scrape> wanted) throws Exception {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    Scrape now = Scrape.of(app, CREDENTIAL);
    while (!wanted.test(now)) {
      assertTrue(System.nanoTime() < end, now.text());
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      now = Scrape.of(app, CREDENTIAL);
    }
    return now;
  }

  private static JsonObject dashboard() throws Exception {
    try (JsonReader reader =
        Json.createReader(Files.newBufferedReader(Promtool.FOLDER.resolve("dashboard.json")))) {
      return reader.readObject();
    }
  }

  private static Stream<String> expressions(JsonObject dashboard) {
    return dashboard.getJsonArray("panels").stream()
        .map(JsonValue::asJsonObject)
        .filter(panel -> panel.containsKey("targets"))
        .flatMap(panel -> panel.getJsonArray("targets").stream())
        .map(target -> target.asJsonObject().getString("expr"));
  }
}
