package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Signing in with the deployment's own identity provider. */
@AcceptanceTest
@OnAnyDatabase
@BeforeRelease
class IdentityProviderIT extends AtKeycloak {

  private static final String KEY_PASSWORD = "seven quiet otters rowing";

  /** What nginx takes of an application's answer unless it is told otherwise. */
  private static final int SHORTEST_HEADERS_OF_PROXIES = 4096;

  @Test
  void a_first_sign_in_opens_an_account_and_the_next_finds_it() {
    String name = person();
    Owner owner = signIn(name);
    assertThat(owner.page().locator(".account-menu summary")).hasText(name);
    owner.open("security");
    assertThat(owner.page().locator(".status")).containsText("Keycloak signs you in.");
    for (String none : List.of("operator/accounts", "operator/role", "security/password")) {
      owner.open(none);
      owner.expectHeading("There is no such page");
    }
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
    expectNobodyForGood(operator);

    operator.open("operator/role");
    operator.expectHeading("Sign in again");
    operator.press("Sign in with Keycloak");
    operator.expectHeading("Accounts");
    keycloak.takeRole(name, KeycloakRealm.OPERATOR_ROLE);
    Owner again = signIn(name);
    again.open("operator/accounts");
    again.expectHeading("There is no such page");
  }

  @Test
  void who_lacks_the_role_that_everybody_here_needs_is_told_so() {
    String name = person();
    keycloak.takeRole(name, KeycloakRealm.EVERYBODYS_ROLE);
    Owner owner = atSignIn();
    enter(owner, name);
    Person.expectAlert(owner, "does not say that you may use this site");
    Person.expectSignedOut(owner);
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
    demo.press("Link your Keycloak account");
    authenticate(demo, RunningApp.USER_NAME);
    assertThat(demo.page().getByText("At Keycloak you are " + RunningApp.USER_NAME)).isVisible();
    demo.press("Yes, that is me: link it");
    assertThat(demo.page().getByRole(AriaRole.STATUS))
        .containsText("(Keycloak) can sign in to this account now");
    demo.open("activity");
    assertThat(demo.page().getByText("The identity provider can sign in now").first()).isVisible();

    Owner linked = signIn(RunningApp.USER_NAME);
    assertThat(linked.page().locator(".account-menu summary")).hasText(RunningApp.USER_NAME);
    demo.open("security/sessions");
    assertThat(demo.page().getByText("Your link to Keycloak ends as well")).isVisible();
    demo.open("security/provider");
    demo.press("Take the link away");
    Person.expectSignedOut(linked);
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
    List<Integer> headers = new ArrayList<>();
    owner
        .page()
        .onResponse(
            answer -> {
              if (answer.url().endsWith("/sign-in/provider/onward")) {
                headers.add(answer.headers().toString().length());
              }
            });
    owner.page().locator("details.account-menu summary").click();
    owner.press("Sign out");
    owner.expectHeading("Sign in");
    assertEquals(1, headers.size());
    assertTrue(headers.get(0) < SHORTEST_HEADERS_OF_PROXIES / 2, headers.toString());
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
    owner.expectHeading("2FA Settings");
  }

  @Test
  void whoever_was_signed_in_before_the_keys_were_rotated_signs_in_after_it() {
    String name = person();
    signIn(name);
    keycloak.rotateKeys();
    signIn(name);
  }

  @Test
  void while_the_provider_is_silent_operators_get_in_and_others_are_told_in_their_language() {
    BrowserContext dutch =
        Chromium.window(
            new Browser.NewContextOptions().setBaseURL(app.base().toString()).setLocale("nl-NL"));
    Owner owner = new Owner(dutch.newPage(), app);
    owner.open("sign-in");
    owner.press("Inloggen met Keycloak");
    owner.page().locator("#kc-login").waitFor();
    String state = stateIn(owner.page().url());
    keycloak.fallSilent();
    try {
      owner.open("sign-in/provider/callback?code=whatever&state=another");
      Person.expectAlert(owner, "hoort bij geen vraag van deze browser");
      owner.open(
          "sign-in/provider/callback?code=whatever&iss="
              + URLEncoder.encode(keycloak.issuer(), StandardCharsets.UTF_8)
              + "&state="
              + state);
      Person.expectAlert(owner, "Keycloak is nu niet te bereiken");
      owner.expectHeading("Inloggen");
      Owner.signIn(window(), app);
    } finally {
      keycloak.wake();
    }
  }

  @Test
  void who_is_signed_out_there_while_the_second_factor_is_awaited_does_not_get_in() {
    String name = person();
    Owner owner = signIn(name);
    Person holder = new Person(app, name, "");
    Person.SecondFactor factor = holder.turnOnSecondFactor(owner);
    Owner halfway = atSignIn();
    enter(halfway, name);
    halfway.expectHeading("Confirm that it is you");
    keycloak.signOut(name);
    Person.expectSignedOut(owner);
    holder.enterCode(halfway, factor.recoveryCodes().get(0));
    Person.expectAlert(halfway, "You were signed out at Keycloak");
    Owner again = atSignIn();
    enter(again, name);
    holder.enterCode(again, factor.recoveryCodes().get(1));
    again.expectHeading("2FA Settings");
  }

  @Test
  void whose_password_is_good_for_nothing_any_more_is_let_in_by_an_operator() {
    Owner demo = Owner.signIn(window(), app);
    Person local = Person.openedBy(demo);
    keycloak.addPerson(local.name(), false);
    Owner owner = atSignIn();
    enter(owner, local.name());
    Person.expectAlert(owner, "ask the operator of this site to let you have it");
    demo.open("operator/accounts");
    demo.page().locator("#account").fill(local.name());
    demo.press("Find");
    demo.page().locator("a[href$='/admit']").click();
    demo.page().getByLabel("Reason").fill("signs in with Keycloak from now on");
    demo.press("Give it to whoever has its name at the identity provider");
    assertThat(demo.page().getByRole(AriaRole.STATUS)).containsText("sign in within a day");
    assertThat(demo.page().getByText("gets this account by signing in before")).isVisible();
    Owner admitted = atSignIn();
    enter(admitted, local.name());
    assertThat(admitted.page().locator(".account-menu summary")).hasText(local.name());
  }
}
