package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes that share browser sessions, by whatever the server that this run is about has for it
 * and as {@code docs/operations.md} configures it: a person goes on where another node left off.
 */
@TestMethodOrder(OrderAnnotation.class)
@OnAnyDatabase
class SharedSessionsIT {

  private static final int A = 0;
  private static final int B = 1;

  @TempDir private static Path folder;
  private static final int[] ports = {AppProcess.freePort(), AppProcess.freePort()};
  private static final int[] clusterPorts = {AppProcess.freePort(), AppProcess.freePort()};
  private static final AppProcess[] nodes = new AppProcess[2];
  private static final Map<String, String> settings = new HashMap<>();
  private static EmbeddedPostgres database;
  private static Nginx balancer;
  private BrowserContext browser;

  @BeforeAll
  static void start_two_nodes_of_which_the_second_is_asked_when_the_first_is_away()
      throws IOException {
    database = EmbeddedPostgres.start();
    settings.put("doublelock.db.url", database.getJdbcUrl("postgres", "postgres"));
    settings.put("doublelock.db.user", "postgres");
    settings.put("doublelock.bootstrap.user", RunningApp.USER_NAME);
    settings.put("doublelock.bootstrap.password", RunningApp.PASSWORD);
    settings.put("doublelock.vault.keyset-file", folder.resolve("keyset.json").toString());
    settings.put(
        "doublelock.cluster.members",
        "127.0.0.1:" + clusterPorts[A] + ",127.0.0.1:" + clusterPorts[B]);
    start(A);
    start(B);
    balancer =
        Nginx.start(
            """
            upstream doublelock {
              server 127.0.0.1:%d max_fails=1 fail_timeout=1s;
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
                .formatted(ports[A], ports[B]));
  }

  private static void start(int node) {
    settings.put("doublelock.cluster.port", String.valueOf(clusterPorts[node]));
    nodes[node] = AppProcess.with(settings).launchOn(ports[node]);
    nodes[node].requireReady();
  }

  @AfterAll
  static void stop() throws IOException {
    if (balancer != null) {
      balancer.close();
    }
    Stream.of(nodes).filter(Objects::nonNull).forEach(AppProcess::close);
    database.close();
  }

  @BeforeEach
  void open_a_window() {
    browser = Chromium.window();
  }

  @AfterEach
  void close_the_window() {
    browser.close();
  }

  @Test
  @Order(1)
  void who_signs_out_at_one_node_is_signed_out_of_both() {
    Page page = browser.newPage();
    Owner atA = Owner.signIn(page, RunningApp.of(nodes[A]));
    Owner atB = new Owner(page, RunningApp.of(nodes[B]));
    atB.open("api-keys");
    atB.expectHeading("API keys");
    List<Cookie> cookies = browser.cookies();
    page.getByText(RunningApp.USER_NAME, new Page.GetByTextOptions().setExact(true)).click();
    atB.press("Sign out");
    atB.expectHeading("Sign in");
    for (Owner there : List.of(atB, atA)) {
      browser.clearCookies();
      browser.addCookies(cookies);
      Person.expectSignedOut(there);
    }
  }

  @Test
  @Order(2)
  void a_person_goes_on_where_a_node_that_is_killed_left_off() {
    Page page = browser.newPage();
    Owner owner = Owner.signIn(page, RunningApp.of(nodes[A]).at(balancer.base()));
    TestKey key = owner.createKey("Query funds");
    owner.switchOf(key).click();
    owner.press("2FA App");
    page.getByText("View setup key").click();
    Authenticator phone = new Authenticator(page.locator("#setup-key").textContent());

    nodes[A].kill();

    page.getByLabel("Code from the app").fill(phone.code());
    owner.press("Confirm");
    owner.expectHeading("Choose actions");
    owner.press("Confirm");
    owner.expectHeading("Congratulations");
    ApiClient api = new ApiClient(balancer.base());
    assertEquals("", api.call(key, "Balance").otp(phone.code()).send().error());
    // who has not signed in just now would be asked for the password first
    new Person(owner.app(), RunningApp.USER_NAME, RunningApp.PASSWORD).turnOnSecondFactor(owner);
  }
}
