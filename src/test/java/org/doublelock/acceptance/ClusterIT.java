package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes over one PostgreSQL, sharing sessions, behind nginx. The second is of the next release,
 * which has brought the schema further; the first one is killed mid-way.
 */
@TestMethodOrder(OrderAnnotation.class)
@OnAnyDatabase
class ClusterIT {

  private static final String MIGRATION = "V9000__later.sql";

  @TempDir private static Path folder;
  private static int[] ports;
  private static EmbeddedPostgres database;
  private static AppProcess first;
  private static AppProcess second;
  private static Nginx balancer;
  private static BrowserContext browser;

  @BeforeAll
  static void start() throws IOException {
    Files.writeString(
        folder.resolve(MIGRATION),
        "alter table api_key add column later varchar(10);"
            + "create table later (id integer primary key)");
    database = EmbeddedPostgres.builder().start();
    ports = new int[] {AppProcess.freePort(), AppProcess.freePort()};
    first = node(0, Path.of("target", "doublelock.jar"));
    second = node(1, ExtendedApplication.migratingFurther(folder, MIGRATION));
    balancer =
        Nginx.start(
            """
            upstream doublelock {
              server 127.0.0.1:%d max_fails=1 fail_timeout=2s;
              server 127.0.0.1:%d backup;
            }
            server {
              listen LISTEN;
              location / {
                proxy_pass http://doublelock;
                proxy_http_version 1.1;
                proxy_set_header Connection "";
                proxy_set_header Host $http_host;
                proxy_next_upstream error;
                proxy_connect_timeout 2s;
              }
            }
            """
                .formatted(first.port(), second.port()));
    browser = Chromium.window();
  }

  private static AppProcess node(int own, Path jar) {
    Map<String, String> settings = new HashMap<>();
    settings.put("doublelock.db.url", database.getJdbcUrl("postgres", "postgres"));
    settings.put("doublelock.db.user", "postgres");
    settings.put("doublelock.bootstrap.user", RunningApp.USER_NAME);
    settings.put("doublelock.bootstrap.password", RunningApp.PASSWORD);
    settings.put("doublelock.vault.keyset-file", folder.resolve("keyset.json").toString());
    settings.put("doublelock.rate.max", "100000");
    settings.put("doublelock.cluster.members", "127.0.0.1:" + ports[0] + ",127.0.0.1:" + ports[1]);
    settings.put("doublelock.cluster.port", String.valueOf(ports[own]));
    AppProcess node = AppProcess.with(settings).from(jar).launch();
    try {
      node.requireReady();
    } catch (IllegalStateException alone) {
      // they wait for each other when they start, so the reason can be the other one's
      throw second == null
          ? alone
          : new IllegalStateException(second.logTail() + alone.getMessage(), alone);
    }
    return node;
  }

  @AfterAll
  static void stop() throws IOException {
    Stream.of(browser, balancer, first, second)
        .forEach(
            one -> {
              try {
                if (one != null) {
                  ((AutoCloseable) one).close();
                }
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    if (database != null) {
      database.close();
    }
  }

  @Test
  @Order(2)
  void the_wizard_and_the_calls_go_on_when_the_node_that_served_them_is_killed_and_when_it_is_back()
      throws Exception {
    Page page = browser.newPage();
    page.navigate(balancer.base() + "sign-in");
    page.getByLabel("User name").fill(RunningApp.USER_NAME);
    page.getByLabel("Password").fill(RunningApp.PASSWORD);
    press(page, "Sign in");
    TestKey key = createKey(page);
    ApiClient api = new ApiClient(balancer.base());
    String spent = ApiClient.nextNonce();
    assertEquals("", api.call(key, "Balance").nonce(spent).send().error());

    page.navigate(balancer.base() + "security/two-factor");
    page.getByRole(com.microsoft.playwright.options.AriaRole.SWITCH).click();
    press(page, "2FA App");
    page.getByText("View setup key").click();
    Authenticator phone = new Authenticator(page.locator("#setup-key").textContent());

    first.kill();

    assertEquals("EAPI:Invalid nonce", api.call(key, "Balance").nonce(spent).send().error());
    for (int call = 0; call < 20; call++) {
      assertEquals("", api.call(key, "Balance").send().error());
    }
    page.getByLabel("Code from the app").fill(phone.code());
    press(page, "Confirm");
    press(page, "Confirm");
    assertThat(page.getByText("Congratulations").first()).isVisible();
    assertEquals("EAPI:Invalid signature", api.call(key, "Balance").send().error());
    assertEquals("", api.call(key, "Balance").otp(phone.code()).send().error());
    assertTrue(logOf(second).stream().noneMatch(line -> line.contains("\"SEVERE\"")));

    first = node(0, Path.of("target", "doublelock.jar"));

    ApiClient older = new ApiClient(first.base());
    assertEquals("EAPI:Invalid signature", older.call(key, "Balance").send().error());
    assertEquals("", older.call(key, "Balance").otp(phone.code()).send().error());
  }

  @Test
  @Order(1)
  void nodes_listen_for_each_other_on_their_own_address_alone() throws Exception {
    String listening =
        new String(
            new ProcessBuilder("cat", "/proc/net/tcp", "/proc/net/tcp6")
                .start()
                .getInputStream()
                .readAllBytes());
    for (String line : listening.split("\n")) {
      boolean open = line.contains(" 0A ") && line.matches("\\s*\\d+: (0{8}|0{32}):.*");
      String port = open ? line.replaceFirst("\\s*\\d+: 0+:([0-9A-F]{4}).*", "$1") : "";
      assertFalse(List.of(hex(ports[0]), hex(ports[1])).contains(port), "on all addresses");
    }
    for (AppProcess node : List.of(first, second)) {
      assertTrue(logOf(node).stream().noneMatch(line -> line.contains("ulticast join")));
    }
  }

  private static String hex(int port) {
    return String.format("%04X", port);
  }

  private static List<String> logOf(AppProcess node) throws IOException {
    return Files.readAllLines(node.dataDirectory().resolve("logs/server.0.log"));
  }

  private TestKey createKey(Page page) {
    page.navigate(balancer.base() + "api-keys/new");
    page.getByLabel("Description").fill("Key in a cluster");
    page.getByLabel("Query funds", new Page.GetByLabelOptions().setExact(true)).check();
    press(page, "Create key");
    return new TestKey(
        "Key in a cluster",
        page.locator("#public-key").textContent().strip(),
        page.locator("#secret").textContent().strip());
  }

  private static void press(Page page, String button) {
    page.getByRole(
            com.microsoft.playwright.options.AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }
}
