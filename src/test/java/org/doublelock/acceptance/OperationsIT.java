package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does while it runs, and after a backup was put back. */
class OperationsIT {

  private static final String CREDENTIAL = UUID.randomUUID().toString();
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> database = new HashMap<>(TestDatabase.configured().settings());

  @TempDir private Path folder;

  private AppStart from(Path data) throws IOException {
    Map<String, String> settings = new HashMap<>(database);
    settings.put("doublelock.data.dir", Files.createDirectories(data).toString());
    settings.put("doublelock.operations.credential", CREDENTIAL);
    return AppProcess.with(settings);
  }

  private HttpResponse<String> ask(AppProcess app, String method, String path, String credential)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(app.base() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (!credential.isEmpty()) {
      request.header("Authorization", "Bearer " + credential);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  @Test
  void the_keyset_is_rotated_while_it_runs_and_an_old_one_is_refused_from_then_on()
      throws Exception {
    Path home = folder.resolve("home");
    TestKey key;
    Authenticator phone;
    String old;
    try (AppProcess app = from(home).awaitReady();
        BrowserContext context = Chromium.window()) {
      Owner owner = Owner.signIn(context.newPage(), RunningApp.of(app));
      key = owner.createKey();
      phone = owner.switchOnWithApp(key);
      old = Files.readString(home.resolve("keyset.json"));

      assertEquals(202, ask(app, "POST", "operations/keyset", CREDENTIAL).statusCode());
      JsonObject progress = json(ask(app, "GET", "operations/keyset", CREDENTIAL).body());
      long end = System.nanoTime() + TIMEOUT.toNanos();
      while (progress.getInt("left") > 0 && System.nanoTime() < end) {
        progress = json(ask(app, "GET", "operations/keyset", CREDENTIAL).body());
      }
      assertEquals(2, progress.getInt("keys"));
      assertEquals(0, progress.getInt("left"));
      assertPerformed(app, key, phone);
    }
    assertNotEquals(old, Files.readString(home.resolve("keyset.json")));

    try (EmbeddedPostgres otherServer = EmbeddedPostgres.start()) {
      restoreDatabaseTo(otherServer);
      Path elsewhere = restored(home, "elsewhere");
      Files.copy(home.resolve("keyset.json"), elsewhere.resolve("keyset.json"));
      try (AppProcess app = from(elsewhere).awaitReady()) {
        assertPerformed(app, key, phone);
      }
      Path outdated = restored(home, "outdated");
      Files.writeString(outdated.resolve("keyset.json"), old);
      assertRefused(outdated);
      assertRefused(restored(home, "without"));
    }
  }

  /**
   * From now on applications start on the restored database. The embedded one is in their files.
   */
  private void restoreDatabaseTo(EmbeddedPostgres server) {
    if (TestDatabase.configured() == TestDatabase.POSTGRESQL) {
      PostgresBackup.of(database.get("doublelock.db.url"), folder.resolve("doublelock.dump"))
          .restoreTo(server);
      database.put("doublelock.db.url", server.getJdbcUrl("postgres", "postgres"));
    }
  }

  private Path restored(Path home, String name) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name));
    Path file = home.resolve("doublelock.mv.db");
    if (Files.exists(file)) {
      Files.copy(file, place.resolve("doublelock.mv.db"));
    }
    return place;
  }

  private static void assertPerformed(AppProcess app, TestKey key, Authenticator phone) {
    ApiClient api = new ApiClient(app.base());
    long end = System.nanoTime() + TIMEOUT.toNanos();
    String withoutCode = "EAPI:Invalid nonce"; // on a restored database, for some seconds
    while (withoutCode.equals("EAPI:Invalid nonce") && System.nanoTime() < end) {
      withoutCode = api.call(key, "Balance").send().error();
    }
    assertEquals("EAPI:Invalid signature", withoutCode);
    assertEquals("", api.call(key, "Balance").otp(phone.code()).send().error());
  }

  private void assertRefused(Path data) throws Exception {
    try (AppProcess app = from(data).launch()) {
      assertEquals(1, app.awaitExit());
      String log = Files.readString(data.resolve("logs/server.0.log"));
      assertTrue(log.contains("older than the database, or another installation's"), log);
      assertTrue(
          app.printed().contains("older than the database, or another installation's"),
          "on the screen: " + app.printed());
    }
  }

  @OnAnyDatabase
  @Test
  void what_an_operator_watches_is_there_for_the_operator_alone() throws Exception {
    Path home = folder.resolve("home");
    try (AppProcess app = from(home).awaitReady()) {
      for (String path : List.of("operations/metrics", "operations/keyset")) {
        assertEquals(404, ask(app, "GET", path, "").statusCode());
        assertEquals(404, ask(app, "GET", path, CREDENTIAL + "x").statusCode());
        assertEquals(200, ask(app, "GET", path, CREDENTIAL).statusCode());
      }
      assertEquals(404, ask(app, "POST", "operations/keyset", "").statusCode());
      for (String path :
          List.of(
              "operations/metrics/",
              "/operations/metrics",
              "operations//metrics",
              "%6fperations/metrics",
              "operations/%6detrics",
              "x/../operations/metrics",
              "operations/keyset/",
              "operations/%6beyset")) {
        assertEquals(404, ask(app, "GET", path, CREDENTIAL).statusCode(), path);
      }
      for (String path : List.of("operations/metrics;x=1", "operations;x=1/metrics")) {
        assertEquals(400, ask(app, "GET", path, CREDENTIAL).statusCode(), path);
      }

      String stranger = "A".repeat(55) + "=";
      new ApiClient(app.base()).call(new TestKey("nobody's", stranger, "AAAA"), "Balance").send();
      String metrics = ask(app, "GET", "operations/metrics", CREDENTIAL).body();
      assertTrue(
          metrics.contains("doublelock_calls_total{outcome=\"unknown-key\"} 1.0\n"), metrics);
      assertTrue(metrics.contains("doublelock_verification_seconds_count 1"), metrics);
      assertTrue(
          Pattern.compile("doublelock_clock_ahead_seconds -?0\\.\\d").matcher(metrics).find(),
          metrics);
      assertTrue(metrics.contains("doublelock_database_commits_durable 1.0"), metrics);
      assertTrue(metrics.contains("doublelock_database_commits_replicated 0.0"), metrics);
      assertFalse(metrics.contains(stranger), metrics);

      for (String path : List.of("health/started", "health/live", "health/ready")) {
        HttpResponse<String> health = ask(app, "GET", path, "");
        assertEquals(200, health.statusCode());
        assertFalse(health.body().contains("jdbc"), health.body());
      }
      String number =
          ask(app, "GET", "sign-in", "").headers().firstValue("X-Request-Id").orElse("");
      assertTrue(number.matches("[0-9a-f]{16}"), number);
      List<String> log = Files.readAllLines(home.resolve("logs/server.0.log"));
      log.forEach(line -> assertFalse(json(line).getString("message").isBlank() && line.isBlank()));
      assertFalse(log.isEmpty());
    }
  }
}
