package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Two nodes whose people sign in with a real Keycloak, in a browser that takes it for another site:
 * the nodes are at localhost, and Keycloak at 127.0.0.1. It tells the one of sign-outs, and people
 * are at the other.
 */
abstract class AtKeycloak {

  /** An operator by the configuration who has no account. */
  static final String NOT_YET_THERE = "nobody-yet";

  /** The provider's notices go to the first node, people to the second. */
  private static final String ENTRANCE =
      """
      server {
        listen LISTEN;
        proxy_set_header Host $http_host;
        proxy_set_header X-Forwarded-For $remote_addr;
        proxy_set_header X-Forwarded-Proto http;
        location /back-channel-logout { proxy_pass http://127.0.0.1:%d; }
        location / { proxy_pass http://127.0.0.1:%d; }
      }
      """;

  static Keycloak keycloak;
  static RunningApp app;
  private static AppProcess told;
  private static Nginx entrance;

  @BeforeAll
  static void start() throws Exception {
    Path folder = keyPair();
    int port = AppProcess.freePort();
    int portOfTheTold = AppProcess.freePort();
    entrance = Nginx.start(ENTRANCE.formatted(portOfTheTold, port));
    URI site = URI.create("http://localhost:" + entrance.port() + "/");
    keycloak =
        Keycloak.start(
            KeycloakRealm.sendingBackTo(site, Files.readString(folder.resolve("client.pem"))));
    Map<String, String> settings = new HashMap<>(TestDatabase.POSTGRESQL.settings());
    settings.put("doublelock.vault.keyset-file", folder.resolve("keyset.json").toString());
    settings.put("doublelock.trusted-proxies", "127.0.0.1");
    settings.put("doublelock.public-url", "http://localhost:" + entrance.port());
    settings.put("doublelock.operator.accounts", RunningApp.USER_NAME + "," + NOT_YET_THERE);
    settings.put("doublelock.identity.issuer", keycloak.issuer());
    settings.put("doublelock.identity.client-id", KeycloakRealm.CLIENT);
    settings.put("doublelock.identity.client-key-file", folder.resolve("client.key").toString());
    settings.put("doublelock.identity.name", "Keycloak");
    settings.put("doublelock.identity.operator-claim", "realm_access.roles");
    settings.put("doublelock.identity.operator-value", KeycloakRealm.OPERATOR_ROLE);
    settings.put("doublelock.identity.required-claim", "realm_access.roles");
    settings.put("doublelock.identity.required-value", KeycloakRealm.EVERYBODYS_ROLE);
    settings.put("doublelock.identity.acr-values", "1");
    settings.put("doublelock.identity.local-passwords", "operators");
    settings.put("doublelock.identity.timeout-millis", "4000");
    AppProcess process = AppProcess.with(settings).launchOn(port);
    process.requireReady();
    app = RunningApp.of(process).at(site);
    told = AppProcess.with(settings).launchOn(portOfTheTold);
    told.requireReady();
    keycloak.awaitReady();
  }

  /** By the guide's own command. */
  private static Path keyPair() throws Exception {
    Path folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("target", "app")), "client-")
            .toAbsolutePath();
    String command =
        String.join(
            "\n",
            OperationsGuide.read("identity-provider.md")
                .block("**A key in place of the secret.**"));
    Program.run(folder.toString(), List.of("sh", "-euc", command));
    return folder;
  }

  @AfterAll
  static void stop() {
    app.close();
    told.close();
    entrance.close();
    keycloak.close();
  }

  static String person() {
    String name = "anna-" + UUID.randomUUID();
    keycloak.addPerson(name, false);
    return name;
  }

  static Page window() {
    return Chromium.window(
            new Browser.NewContextOptions().setBaseURL(app.base().toString()).setLocale("en-GB"))
        .newPage();
  }

  static Owner atSignIn() {
    Owner owner = new Owner(window(), app);
    owner.open("sign-in");
    return owner;
  }

  static Owner signIn(String name) {
    Owner owner = atSignIn();
    enter(owner, name);
    owner.expectHeading("2FA Settings");
    return owner;
  }

  static void enter(Owner owner, String name) {
    owner.press("Sign in with Keycloak");
    authenticate(owner, name);
  }

  /** At Keycloak's own page, and back. */
  static void authenticate(Owner owner, String name) {
    fill(owner, name);
    owner.page().waitForURL(Pattern.compile(Pattern.quote(app.base().toString()) + ".*"));
  }

  static void fill(Owner owner, String name) {
    owner.page().locator("#username").fill(name);
    owner.page().locator("#password").fill(Keycloak.PASSWORD);
    owner.page().locator("#kc-login").click();
  }

  /** Signs in anew without a question there, which is worth too little to confirm anything. */
  static void signInByOpenSessionThere(Owner owner) {
    owner
        .page()
        .context()
        .clearCookies(new BrowserContext.ClearCookiesOptions().setDomain("localhost"));
    owner.open("sign-in");
    owner.press("Sign in with Keycloak");
    owner.expectHeading("2FA Settings");
  }

  /** Neither opens nor gives away what makes an operator by the configuration. */
  static void expectNobodyForGood(Owner operator) {
    operator.page().locator("#account").fill(RunningApp.USER_NAME);
    operator.press("Find");
    operator.expectHeading("The account “" + RunningApp.USER_NAME + "”");
    assertThat(operator.page().locator("a[href$='/lock']")).isVisible();
    assertThat(operator.page().locator("a[href$='/admit']")).hasCount(0);
    operator.open(URI.create(operator.page().url()).getPath().substring(1) + "/admit");
    operator.expectHeading("There is no such page");
    operator.open("operator/accounts/new");
    operator.page().getByLabel("User name").fill(NOT_YET_THERE);
    operator.press("Open an account");
    assertThat(operator.page().locator("#userName-error"))
        .containsText("makes whoever has that name an operator");
  }

  /** Of the question that brought a browser to the provider's address. */
  static String stateIn(String address) {
    return Pattern.compile("[?&]state=([^&]+)")
        .matcher(address)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError(address));
  }
}
