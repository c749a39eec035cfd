package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes behind nginx as {@code docs/operations.md} configures it, each restarted in turn while
 * programs call and a person switches two-factor authentication on and off: nobody notices.
 */
class RollingRestartFaultIT {

  private static final int ROUNDS = 3;
  private static final String PASSWORD = "nine patient herons wading";

  @TempDir private static Path folder;
  private static EmbeddedPostgres database;
  private static ClusteredNodes nodes;
  private static Nginx nginx;
  private static BrowserContext browser;
  private static Page page;

  private final Queue<String> notOurs = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void start() throws Exception {
    database = EmbeddedPostgres.start();
    nodes = new ClusteredNodes(database, folder);
    SelfSigned tls = SelfSigned.madeFor("dns:keys.example.com", folder);
    nginx =
        Nginx.start(
            String.join(
                "\n",
                OperationsGuide.read()
                    .with("10.0.0.1:8080", "127.0.0.1:" + nodes.port(0))
                    .with("10.0.0.2:8080", "127.0.0.1:" + nodes.port(1))
                    .with("/etc/nginx/keys.example.com.pem", tls.certificate())
                    .with("/etc/nginx/keys.example.com.key", tls.key())
                    .with("443 ssl", "LISTEN")
                    .block("6. **nginx**")));
    browser = Chromium.window();
    page = browser.newPage();
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
    if (nginx != null) {
      nginx.close();
    }
    if (nodes != null) {
      nodes.close();
    }
    if (database != null) {
      database.close();
    }
  }

  @Test
  void no_call_and_no_page_notices_that_each_node_is_restarted_three_times() throws Exception {
    Owner owner = Owner.signIn(page, RunningApp.of(nodes.node(0)).at(nginx.base()));
    ApiClient api = new ApiClient(nginx.base());
    TestKey unlocked = owner.createKey("Query funds");
    unlock(api, unlocked, owner.switchOnWithApp(unlocked));
    AtomicLong calledUnlocked = new AtomicLong();
    List<LongFunction<ApiClient.Call>> calls = new ArrayList<>();
    calls.add(
        nonce -> {
          calledUnlocked.incrementAndGet();
          return api.call(unlocked, "Balance").nonce(String.valueOf(nonce));
        });
    for (int caller = 0; caller < 3; caller++) {
      TestKey key = owner.createKey("Query funds");
      Authenticator app = owner.switchOnWithApp(key);
      calls.add(nonce -> api.call(key, "Balance").nonce(String.valueOf(nonce)).otp(app.code()));
    }
    TestKey ofThePerson = owner.createKey("Query funds");
    page.onResponse(this::note);
    page.onRequestFailed(failed -> notOurs.add(failed.failure() + " " + failed.url()));

    long firstNonce = System.currentTimeMillis() * 1_000;
    List<Barrage.Shot> shots;
    try (Barrage barrage = new Barrage(calls.size(), number -> firstNonce + number, calls)) {
      barrage.awaitAccepted(20);
      barrage.slowlyDuring(
          () -> {
            for (int restart = 0; restart < 2 * ROUNDS; restart++) {
              restart(restart % 2, owner, ofThePerson);
            }
            oneGoesWhenTheOtherIsReady();
          });
      barrage.awaitAccepted(20);
      shots = barrage.end();
    }
    assertEquals(List.of(), shots.stream().filter(shot -> !shot.isAccepted()).toList());
    assertEquals(Set.of(), Barrage.twice(shots));
    assertEquals(calledUnlocked.get(), usesOf(unlocked), "calls, and calls that were carried out");
    assertEquals(List.of(), List.copyOf(notOurs), "what the person got from elsewhere");
  }

  /** The person is in the wizard while the node goes, and goes on while it is away and comes. */
  private void restart(int number, Owner owner, TestKey other) {
    owner.switchOf(owner.createKey("Query funds")).click();
    owner.press("2FA App");
    page.getByText("View setup key").click();
    Authenticator app = new Authenticator(page.locator("#setup-key").textContent());

    nodes.endOrderly(number);
    page.getByLabel("Code from the app").fill(app.code());
    owner.press("Confirm");
    owner.expectHeading("Choose actions");
    CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> nodes.start(number));
    owner.press("Confirm");
    owner.expectHeading("Congratulations");
    do {
      owner.switchOnWithPassword(other, PASSWORD);
      owner.switchOff(other, PASSWORD);
    } while (!starting.isDone());
    starting.join();
  }

  /** As a script does that waits for nothing else: nginx has to know the first again by then. */
  private static void oneGoesWhenTheOtherIsReady() {
    nodes.endOrderly(0);
    nodes.start(0);
    nodes.endOrderly(1);
  }

  private void note(Response answer) {
    if (answer.status() >= 400 || !answer.headers().containsKey("x-request-id")) {
      notOurs.add(answer.status() + " " + answer.url());
    }
  }

  private static void unlock(ApiClient api, TestKey key, Authenticator app) {
    assertEquals(
        "",
        api.call(key, "UnlockKey")
            .otp(app.code())
            .with("minutes", "60")
            .with("address", "any")
            .send()
            .error());
  }

  /** How many calls the key's lease has let through. */
  private static long usesOf(TestKey key) throws SQLException {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select s.unlock_uses from api_key_call_state s join api_key k"
                    + " on k.id = s.api_key_id where k.public_key = ?")) {
      select.setString(1, key.publicKey());
      try (ResultSet row = select.executeQuery()) {
        assertTrue(row.next());
        return row.getLong(1);
      }
    }
  }
}
