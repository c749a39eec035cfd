package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who tried it on the embedded database goes on on PostgreSQL: what a released version kept is
 * lived on with, moved as {@code docs/operations.md} says, and found again.
 */
@OnAnyDatabase
@BeforeRelease
class MoveToPostgresqlIT {

  private static final String VERSION = "before-0.1.0";
  private static final String OLD_NONCE = "EAPI:Invalid nonce";

  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  /** What its holder and programs saw before. */
  private record Seen(String nonce, List<String> events, String ledgers, String orders) {}

  @Test
  void keys_factors_logs_and_the_exchange_go_along_and_no_call_is_accepted_again()
      throws Exception {
    Path data = UpgradeIT.embedded(VERSION);
    KeptRelease kept = KeptRelease.read(KeptRelease.folder(VERSION, "h2"));
    Seen before = liveOnTheEmbeddedOne(data, kept);
    byte[] file = Files.readAllBytes(data.resolve(UpgradeIT.FILE));
    String url = server.getJdbcUrl("postgres", "postgres");

    moveAsTheGuideSays(data, url);

    assertTrue(Arrays.equals(file, Files.readAllBytes(data.resolve(UpgradeIT.FILE))), "only read");
    requireThatTheOldOneIsNotUsedByMistake(data);
    goesOnOnPostgresql(data, url, kept, before);
  }

  private static Seen liveOnTheEmbeddedOne(Path data, KeptRelease kept) throws Exception {
    Map<String, String> settings =
        Map.of(
            "doublelock.data.dir",
            data.toString(),
            "doublelock.demo.password",
            RunningApp.PASSWORD);
    try (RunningApp app = RunningApp.of(AppProcess.with(settings).awaitReady());
        BrowserContext window = Chromium.window()) {
      ApiClient api = new ApiClient(app.base());
      UpgradeIT.awaitTheEndOfTheFork(api, kept.plain());
      order(api, kept.plain());
      Owner owner = Owner.signIn(window.newPage(), app);
      String nonce = ApiClient.nextNonce();
      assertEquals("", UpgradeIT.withCode(api, kept, nonce).error());
      Seen seen =
          new Seen(
              nonce,
              events(owner),
              result(api, kept.plain(), "Ledgers"),
              result(api, kept.plain(), "OpenOrders"));
      refuses(
          "is in use. Stop Doublelock first",
          Map.of(
              "doublelock.data.dir",
              data.toString(),
              "doublelock.db.url",
              "jdbc:postgresql://127.0.0.1:1/none"));
      app.process().terminate();
      app.process().awaitExit();
      return seen;
    }
  }

  private static void order(ApiClient api, TestKey key) {
    assertEquals(
        "",
        api.call(key, "AddOrder")
            .with("pair", "XBTUSD")
            .with("type", "buy")
            .with("ordertype", "limit")
            .with("price", "1000")
            .with("volume", "0.01")
            .send()
            .error());
  }

  private static String result(ApiClient api, TestKey key, String function) {
    ApiAnswer answer = api.call(key, function).send();
    assertEquals("", answer.error());
    return answer.result().toString();
  }

  private static List<String> events(Owner owner) {
    owner.open("activity");
    String path = owner.page().getByText("Download as CSV").getAttribute("href").substring(1);
    return owner
        .page()
        .context()
        .request()
        .get(owner.app().page(path).toString())
        .text()
        .lines()
        .toList();
  }

  private static void moveAsTheGuideSays(Path data, String url) throws Exception {
    Path environment = Files.createTempFile(data, "environment", "");
    OperationsGuide guide =
        OperationsGuide.read()
            .with("jdbc:postgresql://10.0.0.20:5432/doublelock", url)
            .with("USER=doublelock", "USER=postgres")
            .with("…", "postgres")
            .with("/etc/doublelock/environment", environment)
            .with("java -jar", TestJava.command() + " -Duser.language=en -jar")
            .with("/opt/doublelock/doublelock.jar", MoveRun.JAR);
    Files.writeString(environment, "DOUBLELOCK_DATA_DIR=" + data + "\n");
    Files.write(
        environment, guide.block("2. **Name the new database**"), StandardOpenOption.APPEND);
    String commands = String.join("\n", guide.block("3. **Move**"));
    try (MoveRun run = MoveRun.start(List.of("sh", "-ec", commands), Map.of())) {
      assertEquals(0, run.status(), run::printed);
      String printed = run.printed();
      assertTrue(printed.contains("\napi_key: 3 rows, equal\n"), printed);
      assertTrue(printed.contains(" tables are equal.\n"), printed);
      assertFalse(printed.contains("NOT EQUAL"), printed);
      assertFalse(printed.contains("WARNING"), printed);
    }
  }

  private static void requireThatTheOldOneIsNotUsedByMistake(Path data) throws Exception {
    try (AppProcess mistaken =
        AppProcess.with(Map.of("doublelock.data.dir", data.toString())).launch()) {
      assertEquals(1, mistaken.awaitExit());
      assertTrue(mistaken.printed().contains("was moved to PostgreSQL"), mistaken.printed());
    }
  }

  private static void goesOnOnPostgresql(Path data, String url, KeptRelease kept, Seen before)
      throws Exception {
    Map<String, String> settings =
        Map.of(
            "doublelock.data.dir",
            data.toString(),
            "doublelock.db.url",
            url,
            "doublelock.db.user",
            "postgres",
            "doublelock.db.password",
            "postgres");
    try (RunningApp app = RunningApp.of(AppProcess.with(settings).awaitReady());
        BrowserContext window = Chromium.window()) {
      ApiClient api = new ApiClient(app.base());
      assertEquals(OLD_NONCE, UpgradeIT.withCode(api, kept, before.nonce()).error());
      assertEquals(OLD_NONCE, UpgradeIT.withPassword(api, kept, kept.nonce()).error());
      assertEquals("", UpgradeIT.withCode(api, kept, ApiClient.nextNonce()).error());
      assertEquals("", UpgradeIT.withPassword(api, kept, ApiClient.nextNonce()).error());
      assertEquals(before.ledgers(), result(api, kept.plain(), "Ledgers"));
      assertEquals(before.orders(), result(api, kept.plain(), "OpenOrders"));
      order(api, kept.plain());
      assertEquals(0, forkedAt(url), "programs that count 1, 2, 3 are not refused either");

      Owner owner = Owner.signIn(window.newPage(), app);
      assertThat(owner.switchOf(kept.locked())).hasAttribute("aria-checked", "true");
      assertThat(owner.switchOf(kept.plain())).hasAttribute("aria-checked", "false");
      List<String> events = events(owner);
      assertTrue(events.containsAll(before.events()), () -> before.events() + "\n" + events);
      assertTrue(events.size() > before.events().size(), "and new ones");

      refuses("Where Doublelock has run on PostgreSQL since", settings);
    }
  }

  private static long forkedAt(String url) throws Exception {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select forked_at_millis from database_history")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void refuses(String reason, Map<String, String> settings) throws Exception {
    try (MoveRun run = MoveRun.start(settings, "move-data")) {
      assertEquals(1, run.status(), run::printed);
      assertTrue(run.printed().contains(reason), run::printed);
    }
  }
}
