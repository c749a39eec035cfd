package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From nothing to somebody's API called with a code, as {@code docs/adopt.md} says it: statements,
 * files, commands and calls are read from that page. Packages, users and the service are left to
 * its reader.
 */
@OnAnyDatabase
@BeforeRelease
class AdoptGuideIT {

  private static final String PASSWORD = "four lamps over the quay";

  private Path folder;

  @BeforeEach
  void make_a_place_whose_logs_stay() throws IOException {
    Path applications = Path.of("target", "app").toAbsolutePath();
    folder = Files.createTempDirectory(Files.createDirectories(applications), "adopt-");
    Files.createDirectories(folder.resolve("nginx/conf.d"));
  }

  @Test
  void an_api_is_called_with_a_code_at_the_end_of_it() throws Exception {
    SelfSigned pages = SelfSigned.madeFor("dns:keys.example.com", folder);
    SelfSigned api = SelfSigned.madeFor("dns:api.example.com", folder);
    int doublelock = AppProcess.freePort();
    try (Keycloak keycloak = Keycloak.start(KeycloakRealm.withoutClient());
        Library library = new Library();
        EmbeddedPostgres database = EmbeddedPostgres.start()) {
      OperationsGuide guide =
          OperationsGuide.read("adopt.md")
              .with("/etc/nginx/keys.pem", pages.certificate())
              .with("/etc/nginx/keys.key", pages.key())
              .with("/etc/nginx/api.pem", api.certificate())
              .with("/etc/nginx/api.key", api.key())
              .with("/etc/nginx", folder.resolve("nginx"))
              .with("/etc/doublelock", folder)
              .with("/var/lib/doublelock", folder.resolve("data"))
              .with("127.0.0.1:5432", "127.0.0.1:" + database.getPort())
              .with("127.0.0.1:8080", "127.0.0.1:" + doublelock)
              .with("127.0.0.1:9000", "127.0.0.1:" + library.port())
              .with("443 ssl", "LISTEN ssl")
              .with("https://id.example.com", keycloak.base())
              .with("kcadm.sh", Keycloak.home().resolve("bin/kcadm.sh"))
              .with("…", PASSWORD);
      guide.createDatabase(2, database);
      Files.writeString(folder.resolve("api.json"), lines(guide, "3. **What your API has**"));
      run(lines(guide, "4. **The gateway's credential**"), Map.of());
      run(lines(guide, "7. **nginx before your API**"), Map.of());
      String servers =
          Files.readString(folder.resolve("nginx/conf.d/api.conf"))
              + lines(guide, "8. **nginx before the pages**");
      try (Nginx nginx = Nginx.start(servers)) {
        String site = "https://keys.example.com:" + nginx.port();
        OperationsGuide there = guide.with("https://keys.example.com", site);
        keycloak.awaitReady();
        run(
            lines(there, "5. **Keycloak**"),
            Map.of("KC_CLI_PASSWORD", Keycloak.PASSWORD, "HOME", folder.toString()));
        try (AppProcess node = node(there, doublelock);
            BrowserContext window =
                Chromium.window(
                    new Browser.NewContextOptions()
                        .setLocale("en-GB")
                        .setIgnoreHTTPSErrors(true))) {
          Owner owner = employee(keycloak, window, RunningApp.of(node).at(URI.create(site + "/")));
          TestKey key = owner.createKey("Lend books");
          Authenticator phone = owner.switchOnWithApp(key);
          OperationsGuide calls =
              guide.with(
                  "curl -sS",
                  "curl -sS --cacert %s --connect-to ::127.0.0.1:%d"
                      .formatted(api.certificate(), nginx.port()));
          assertEquals(
              "{\"error\":[\"EAPI:Invalid signature\"]}{\"error\":[],\"result\":{}}",
              run(
                  lines(calls, "10. **A call**"),
                  Map.of(
                      "API_KEY", key.publicKey(),
                      "API_SECRET", key.secret(),
                      "OTP", phone.code())));
          assertEquals("/v1/books/17/loan", library.onlyOne().target());
        }
      }
    }
  }

  private static Owner employee(Keycloak keycloak, BrowserContext window, RunningApp app) {
    keycloak.addPerson("anna", false);
    Owner anna = new Owner(window.newPage(), app);
    anna.open("sign-in");
    anna.press("Sign in with Example");
    AtKeycloak.fill(anna, "anna");
    anna.expectHeading("2FA Settings");
    return anna;
  }

  private static String lines(OperationsGuide guide, String step) {
    return String.join("\n", guide.block(step)) + "\n";
  }

  private static AppProcess node(OperationsGuide guide, int port) {
    Map<String, String> environment = guide.settings("6. **Doublelock**");
    environment.put("DOUBLELOCK_BOOTSTRAP_USER", RunningApp.USER_NAME);
    environment.put("DOUBLELOCK_BOOTSTRAP_PASSWORD", RunningApp.PASSWORD);
    AppProcess node = AppProcess.with(environment).launchOn(port);
    node.requireReady();
    return node;
  }

  private static String run(String commands, Map<String, String> environment) throws Exception {
    return Program.run(".", List.of("bash", "-euc", commands), environment).output();
  }
}
