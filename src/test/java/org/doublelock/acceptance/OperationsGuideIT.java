package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From nothing to two nodes, as {@code docs/operations.md} says it: the statements, the
 * environment, the options of Java and nginx's configuration are read from that page. Its addresses
 * are others of this machine's; services, users and the firewall are left to its reader.
 */
@OnAnyDatabase
@BeforeRelease
class OperationsGuideIT {

  private static final Path APPLICATIONS = Path.of("target", "app").toAbsolutePath();
  private static final String DATABASE = "127.0.1.20";
  private static final String USER = "first-of-all";
  private static final String PASSWORD = "thirteen slow tugs at anchor";

  private static final List<String> INSIDE =
      List.of("/health/ready", "/operations/metrics", "/authz");
  private static final Browser.NewContextOptions ANY_CERTIFICATE =
      new Browser.NewContextOptions().setLocale("en-GB").setIgnoreHTTPSErrors(true);

  private Path folder;

  @BeforeEach
  void make_a_place_whose_logs_stay() throws IOException {
    folder = Files.createTempDirectory(Files.createDirectories(APPLICATIONS), "guide-");
  }

  @Test
  void two_nodes_stand_behind_nginx_at_the_end_of_it() throws Exception {
    SelfSigned databaseTls = SelfSigned.madeFor("ip:" + DATABASE, folder);
    SelfSigned siteTls = SelfSigned.madeFor("dns:keys.example.com", folder);
    Path operations = Files.writeString(folder.resolve("operations"), "o".repeat(40));
    int[] ports = {AppProcess.freePort(), AppProcess.freePort()};
    int[] clusterPorts = {AppProcess.freePort(), AppProcess.freePort()};
    OperationsGuide guide =
        OperationsGuide.read()
            .with("10.0.0.1:8080", "127.0.1.1:" + ports[0])
            .with("10.0.0.2:8080", "127.0.1.2:" + ports[1])
            // nodes find each other only at an address that an interface has
            .with("10.0.0.1:6900", "127.0.0.1:" + clusterPorts[0])
            .with("10.0.0.2:6900", "127.0.0.1:" + clusterPorts[1])
            .with("CLUSTER_ADDRESS=10.0.0.1", "CLUSTER_ADDRESS=127.0.0.1")
            .with("/etc/doublelock/database-ca.pem", databaseTls.certificate())
            .with("/etc/doublelock/operations", operations)
            .with("/etc/nginx/keys.example.com.pem", siteTls.certificate())
            .with("/etc/nginx/keys.example.com.key", siteTls.key())
            .with("443 ssl", "LISTEN ssl")
            .with("mail.example.com", "127.0.0.1")
            .with("OPERATOR_ACCOUNTS=…", "OPERATOR_ACCOUNTS=" + USER)
            .with("…", PASSWORD);
    try (EmbeddedPostgres database =
            EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1," + DATABASE)
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", databaseTls.certificate().toString())
                .setServerConfig("ssl_key_file", databaseTls.key().toString())
                .start();
        Nginx nginx = Nginx.start(String.join("\n", nginx(guide)))) {
      guide.createDatabase(1, database);
      String site = "https://keys.example.com:" + nginx.port();
      OperationsGuide rest =
          guide
              .with("10.0.0.20:5432", DATABASE + ":" + database.getPort())
              .with("https://keys.example.com", site)
              // what nginx here comes from
              .with("10.0.0.10", "127.0.0.1");
      Path keyset = folder.resolve("0").resolve("keyset.json");
      try (AppProcess first = node(rest, 0, ports, clusterPorts)) {
        Files.copy(keyset, Files.createDirectories(folder.resolve("1")).resolve("keyset.json"));
        try (AppProcess second = node(rest, 1, ports, clusterPorts)) {
          TestKey key = createKey(site);
          assertEquals("", call(key, ports, 0));
          assertEquals("", call(key, ports, 1));
          requireThatTheContainersNginxWorksToo(ports, siteTls);
        }
      }
    }
  }

  private static void requireThatTheContainersNginxWorksToo(int[] ports, SelfSigned tls)
      throws IOException {
    String configuration =
        Files.readString(Path.of("docker", "nginx.conf"))
            .replace("node1:8080", "127.0.1.1:" + ports[0])
            .replace("node2:8080", "127.0.1.2:" + ports[1])
            .replace("/etc/nginx/tls/tls.crt", tls.certificate().toString())
            .replace("/etc/nginx/tls/tls.key", tls.key().toString())
            .replace("8443 ssl", "LISTEN ssl");
    try (Nginx nginx = Nginx.start(configuration);
        BrowserContext window = Chromium.window(ANY_CERTIFICATE)) {
      Page page = window.newPage();
      String site = "https://localhost:" + nginx.port();
      assertEquals(200, page.navigate(site + "/sign-in").status());
      assertThat(page.getByLabel("User name")).isVisible();
      for (String inside : INSIDE) {
        assertEquals(404, page.navigate(site + inside).status(), inside);
      }
    }
  }

  private static Iterable<String> nginx(OperationsGuide guide) {
    return guide.block("6. **nginx**");
  }

  private AppProcess node(OperationsGuide guide, int number, int[] ports, int[] clusterPorts) {
    Map<String, String> environment = guide.settings("3. **Each node**");
    environment.put("DOUBLELOCK_BOOTSTRAP_USER", USER);
    environment.put("DOUBLELOCK_BOOTSTRAP_PASSWORD", PASSWORD);
    environment.replaceAll((name, value) -> value.replace("10.0.0.", "127.0.1."));
    if (number == 1) {
      environment.put("DOUBLELOCK_HTTP_ADDRESS", "127.0.1.2");
    }
    environment.put("DOUBLELOCK_CLUSTER_PORT", String.valueOf(clusterPorts[number]));
    environment.put("DOUBLELOCK_DATA_DIR", folder.resolve(String.valueOf(number)).toString());
    AppProcess node =
        AppProcess.with(environment)
            .withJavaOptions(
                Arrays.stream(guide.between("ExecStart=", " -jar").split(" "))
                    .filter(word -> word.startsWith("-X"))
                    .toArray(String[]::new))
            .launchOn(ports[number]);
    node.requireReady();
    return node;
  }

  private static TestKey createKey(String site) {
    try (BrowserContext window = Chromium.window(ANY_CERTIFICATE)) {
      Page page = window.newPage();
      page.navigate(site + "/sign-in");
      page.getByLabel("User name").fill(USER);
      page.getByLabel("Password").fill(PASSWORD);
      press(page, "Sign in");
      page.navigate(site + "/api-keys/new");
      page.getByLabel("Description").fill("Key of the first day");
      page.getByLabel("Query funds", new Page.GetByLabelOptions().setExact(true)).check();
      press(page, "Create key");
      assertThat(page.locator("#public-key")).isVisible();
      assertEquals(
          List.of("JSESSIONIDVERSION"), // the server's count of a session's changes, no secret
          window.cookies().stream()
              .filter(cookie -> !cookie.secure)
              .map(cookie -> cookie.name)
              .toList());
      assertEquals(
          List.of(),
          window.cookies().stream()
              .filter(cookie -> cookie.secure && !cookie.name.startsWith("__Host-doublelock"))
              .map(cookie -> cookie.name)
              .toList());
      TestKey key =
          new TestKey(
              "Key of the first day",
              page.locator("#public-key").textContent().strip(),
              page.locator("#secret").textContent().strip());
      for (String inside : INSIDE) {
        assertEquals(404, page.navigate(site + inside).status(), inside);
      }
      return key;
    }
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static String call(TestKey key, int[] ports, int node) {
    URI base = URI.create("http://127.0.1." + (node + 1) + ":" + ports[node] + "/");
    return new ApiClient(base).call(key, "Balance").send().error();
  }
}
