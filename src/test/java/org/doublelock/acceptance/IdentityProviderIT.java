package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Signing in with a real Keycloak, in a browser that takes it for another site: the application is
 * at localhost, and Keycloak at 127.0.0.1.
 */
@AcceptanceTest
@OnAnyDatabase
class IdentityProviderIT {

  private static final String KEY_PASSWORD = "seven quiet otters rowing";

  private static Keycloak keycloak;
  private static RunningApp app;

  @BeforeAll
  static void start() {
    int port = AppProcess.freePort();
    URI site = URI.create("http://localhost:" + port + "/");
    keycloak = Keycloak.start(site);
    Map<String, String> settings = new HashMap<>(TestDatabase.configured().settings());
    settings.put("doublelock.public-url", "http://localhost:" + port);
    settings.put("doublelock.operator.accounts", RunningApp.USER_NAME);
    settings.put("doublelock.identity.issuer", keycloak.issuer());
    settings.put("doublelock.identity.client-id", KeycloakRealm.CLIENT);
    settings.put("doublelock.identity.client-secret", KeycloakRealm.SECRET);
    settings.put("doublelock.identity.name", "Keycloak");
    settings.put("doublelock.identity.operator-claim", "realm_access.roles");
    settings.put("doublelock.identity.operator-value", KeycloakRealm.OPERATOR_ROLE);
    settings.put("doublelock.identity.acr-values", "1");
    settings.put("doublelock.identity.local-passwords", "operators");
    settings.put("doublelock.identity.timeout-millis", "4000");
    AppProcess process = AppProcess.with(settings).launchOn(port);
    process.requireReady();
    app = RunningApp.of(process).atLocalhost();
    keycloak.awaitReady();
  }

  @AfterAll
  static void stop() {
    app.close();
    keycloak.close();
  }

  @Test
  void a_first_sign_in_opens_an_account_and_the_next_finds_it() {
    String name = person();
    Owner owner = signIn(name);
    assertThat(owner.page().locator(".account-menu summary")).hasText(name);
    owner.open("security");
    assertThat(owner.page().locator(".status")).containsText("Keycloak signs you in.");
    owner.open("operator/accounts");
    owner.expectHeading("There is no such page");
    TestKey key = owner.createKey("Query funds");
    Owner again = signIn(name);
    again.open("api-keys");
    assertThat(again.page().getByText(key.description())).isVisible();
  }

  @Test
  void whoever_has_the_role_there_is_an_operator_here() {
    String name = "olga-" + UUID.randomUUID();
    keycloak.addPerson(name, true);
    Owner operator = signIn(name);
    operator.open("operator/accounts");
    operator.expectHeading("Accounts");
  }

  @Test
  void a_local_account_is_never_found_by_its_name_and_linked_by_its_holder_alone() {
    keycloak.addPerson(RunningApp.USER_NAME, false);
    Owner stranger = atSignIn();
    enter(stranger, RunningApp.USER_NAME);
    Person.expectAlert(stranger, "another account has that name here");
    Person.expectSignedOut(stranger);

    Owner demo = Owner.signIn(window(), app);
    demo.open("security");
    assertThat(demo.page().locator(".status")).containsText("once it is linked");
    demo.open("security/provider");
    demo.press("Link your Keycloak");
    authenticate(demo, RunningApp.USER_NAME);
    assertThat(demo.page().getByRole(AriaRole.STATUS)).containsText("Keycloak can sign you in now");
    demo.open("activity");
    assertThat(demo.page().getByText("The identity provider can sign in now").first()).isVisible();

    Owner linked = signIn(RunningApp.USER_NAME);
    assertThat(linked.page().locator(".account-menu summary")).hasText(RunningApp.USER_NAME);
    demo.open("security/provider");
    demo.press("Take the link away");
    Owner after = atSignIn();
    enter(after, RunningApp.USER_NAME);
    Person.expectAlert(after, "another account has that name here");
  }

  @Test
  void passwords_of_this_site_are_for_operators_alone() {
    Owner demo = Owner.signIn(window(), app);
    Person local = Person.openedBy(demo);
    Owner browser = local.atNewBrowser();
    local.enterPassword(browser);
    Person.expectAlert(browser, "this account is signed in to with Keycloak");
    Person.expectSignedOut(browser);
  }

  @Test
  void switching_a_keys_2fa_off_asks_the_provider_for_a_new_proof() {
    String name = person();
    Owner owner = signIn(name);
    TestKey key = owner.createKey("Query funds");
    owner.switchOnWithPassword(key, KEY_PASSWORD);

    signInByOpenSessionThere(owner);
    owner.switchOf(key).click();
    assertThat(owner.page().getByText("not in the way that is needed here")).isVisible();
    owner.page().locator("#current").fill(KEY_PASSWORD);
    owner.press("Switch off");
    assertThat(owner.page().getByText("Confirm who you are first")).isVisible();
    owner.press("Confirm with Keycloak");
    owner.page().locator("#password").fill(Keycloak.PASSWORD);
    owner.page().locator("#kc-login").click();
    assertThat(owner.page().getByRole(AriaRole.STATUS))
        .containsText("Keycloak has confirmed who you are");
    owner.page().locator("#current").fill(KEY_PASSWORD);
    owner.press("Switch off");
    assertThat(owner.switchOf(key)).hasAttribute("aria-checked", "false");
  }

  @Test
  void somebody_else_there_confirms_nothing_here() {
    String name = person();
    Owner owner = signIn(name);
    TestKey key = owner.createKey("Query funds");
    signInByOpenSessionThere(owner);
    owner.switchOf(key).click();
    owner
        .page()
        .context()
        .clearCookies(new BrowserContext.ClearCookiesOptions().setDomain("127.0.0.1"));
    owner.press("Confirm with Keycloak");
    authenticate(owner, person());
    Person.expectAlert(owner, "Somebody else than the holder");
    assertThat(owner.button("Confirm with Keycloak")).isVisible();
  }

  @Test
  void signing_out_here_signs_out_there() {
    String name = person();
    Owner owner = signIn(name);
    owner.page().locator("details.account-menu summary").click();
    owner.press("Sign out");
    owner.expectHeading("Sign in");
    assertEquals("/sign-in", URI.create(owner.page().url()).getPath());
    Person.expectSignedOut(owner);
    owner.press("Sign in with Keycloak");
    assertThat(owner.page().locator("#kc-login")).isVisible();
  }

  @Test
  void signing_out_there_signs_out_here_and_who_is_disabled_there_does_not_come_back() {
    String name = person();
    Owner one = signIn(name);
    Owner other = signIn(name);
    keycloak.signOut(name);
    Person.expectSignedOut(one);
    Person.expectSignedOut(other);
    keycloak.disable(name);
    other.press("Sign in with Keycloak");
    fill(other, name);
    assertThat(other.page().getByText("Account is disabled")).isVisible();
  }

  @Test
  void an_answer_is_taken_once_and_in_its_own_browser() {
    String name = person();
    Owner owner = atSignIn();
    String[] answer = new String[1];
    owner
        .page()
        .onRequest(
            request -> {
              if (request.url().contains("/sign-in/provider/callback?")) {
                answer[0] = request.url();
              }
            });
    enter(owner, name);
    owner.expectHeading("2FA Settings");
    Owner thief = atSignIn();
    thief.page().navigate(answer[0]);
    Person.expectAlert(thief, "belongs to no question of this browser");
    Person.expectSignedOut(thief);
    owner.page().navigate(answer[0]);
    Person.expectAlert(owner, "belongs to no question of this browser");
  }

  @Test
  void whoever_was_signed_in_before_the_keys_were_rotated_signs_in_after_it() {
    String name = person();
    signIn(name);
    keycloak.rotateKeys();
    signIn(name);
  }

  @Test
  void while_the_provider_is_silent_operators_get_in_and_all_are_told_in_their_language() {
    keycloak.fallSilent();
    try {
      BrowserContext dutch =
          Chromium.window(
              new Browser.NewContextOptions().setBaseURL(app.base().toString()).setLocale("nl-NL"));
      Owner owner = new Owner(dutch.newPage(), app);
      owner.open("sign-in");
      owner.press("Inloggen met Keycloak");
      Person.expectAlert(owner, "Keycloak is nu niet te bereiken");
      owner.expectHeading("Inloggen");
      Owner.signIn(window(), app);
    } finally {
      keycloak.wake();
      awaitProvider();
    }
  }

  /** It is asked again a few seconds after it was found away. */
  private static void awaitProvider() {
    Owner owner = atSignIn();
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!owner.page().url().startsWith(keycloak.issuer())) {
      assertTrue(System.nanoTime() < end, "people are not sent there again");
      owner.open("sign-in");
      owner.press("Sign in with Keycloak");
      owner.page().locator("#kc-login, [role=alert]").first().waitFor();
    }
  }

  private static String person() {
    String name = "anna-" + UUID.randomUUID();
    keycloak.addPerson(name, false);
    return name;
  }

  private static Page window() {
    return Chromium.window(
            new Browser.NewContextOptions().setBaseURL(app.base().toString()).setLocale("en-GB"))
        .newPage();
  }

  private static Owner atSignIn() {
    Owner owner = new Owner(window(), app);
    owner.open("sign-in");
    return owner;
  }

  private static Owner signIn(String name) {
    Owner owner = atSignIn();
    enter(owner, name);
    owner.expectHeading("2FA Settings");
    return owner;
  }

  private static void enter(Owner owner, String name) {
    owner.press("Sign in with Keycloak");
    authenticate(owner, name);
  }

  /** At Keycloak's own page, and back. */
  private static void authenticate(Owner owner, String name) {
    fill(owner, name);
    owner.page().waitForURL(Pattern.compile(Pattern.quote(app.base().toString()) + ".*"));
  }

  private static void fill(Owner owner, String name) {
    owner.page().locator("#username").fill(name);
    owner.page().locator("#password").fill(Keycloak.PASSWORD);
    owner.page().locator("#kc-login").click();
  }

  /** Signs in anew without a question there, which is worth too little to confirm anything. */
  private static void signInByOpenSessionThere(Owner owner) {
    owner
        .page()
        .context()
        .clearCookies(new BrowserContext.ClearCookiesOptions().setDomain("localhost"));
    owner.open("sign-in");
    owner.press("Sign in with Keycloak");
    owner.expectHeading("2FA Settings");
  }
}
