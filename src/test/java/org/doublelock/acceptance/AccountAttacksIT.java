package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.UUID;
import org.doublelock.acceptance.Person.SecondFactor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not work on the pages about one's own account. */
@AcceptanceTest
@OnPostgresql
class AccountAttacksIT {

  private Person person;
  private Owner browser;

  @BeforeEach
  void open_an_account(Owner operator) {
    person = Person.openedBy(operator);
    browser = person.signIn();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "security/password",
        "security/sessions/end-others",
        "security/sessions/6f2d8bb0-0000-4000-8000-000000000000/end",
        "security/authenticators",
        "security/authenticators/setup",
        "security/passkeys/new",
        "security/step-up",
        "security/recovery-codes",
        "sign-out",
      })
  void no_form_is_taken_without_its_token(String path) {
    Owner other = person.signIn();
    assertEquals(403, post(path, "").status());
    other.open("api-keys");
    other.expectHeading("API keys");
    browser.open("api-keys");
    browser.expectHeading("API keys");
  }

  @Test
  void nothing_is_changed_by_a_get() {
    Owner other = person.signIn();
    for (String path :
        new String[] {
          "security/sessions/end-others",
          "security/sessions/" + idOfTheOtherSession() + "/end",
          "security/password?current=" + person.password() + "&password=a&repeated=a",
          "security/step-up",
          "sign-out",
        }) {
      browser.page().request().get(browser.app().page(path).toString());
    }
    other.open("api-keys");
    other.expectHeading("API keys");
    browser.open("api-keys");
    browser.expectHeading("API keys");
    person.signIn();
  }

  @Test
  void what_is_somebody_elses_looks_like_what_does_not_exist(Owner operator) {
    Person neighbour = Person.openedBy(operator);
    Owner theirs = neighbour.signIn();
    person.signIn();
    String session = idOfTheOtherSession();
    SecondFactor factor = person.turnOnSecondFactor(browser);
    browser.open("security/two-factor");
    String link =
        browser
            .page()
            .locator("a[href*='/security/authenticators/'][href$='/removal']")
            .getAttribute("href");
    String app = link.substring(1);
    theirs.open("security/sessions");
    String token = token(theirs);
    for (String path :
        new String[] {
          "security/sessions/" + session + "/end",
          "security/sessions/" + UUID.randomUUID() + "/end",
          "security/sessions/not-an-id/end",
          app,
          app.replace("/removal", "/name"),
          "security/passkeys/" + UUID.randomUUID() + "/name",
          "security/authenticators/" + UUID.randomUUID() + "/removal",
          "security/passkeys/" + UUID.randomUUID() + "/removal",
          "security/passkeys/not-an-id/removal",
        }) {
      assertEquals(404, post(theirs, path, token).status(), path);
    }
    Owner still = person.atNewBrowser();
    person.enterPassword(still);
    person.enterCode(still, factor.recoveryCodes().get(0));
    still.expectHeading("2FA Settings");
  }

  @Test
  void another_persons_recovery_code_and_app_sign_nobody_else_in(Owner operator) {
    Person neighbour = Person.openedBy(operator);
    SecondFactor theirs = neighbour.turnOnSecondFactor(neighbour.signIn());
    person.turnOnSecondFactor(browser);
    Owner thief = person.atNewBrowser();
    person.enterPassword(thief);
    for (String code :
        new String[] {
          theirs.recoveryCodes().get(0),
          theirs.app().codeAt(java.time.Instant.now().plusSeconds(30))
        }) {
      person.enterCode(thief, code);
      Person.expectAlert(thief, "not right");
    }
    Person.expectSignedOut(thief);
  }

  @Test
  void guessing_at_a_confirmation_is_bounded() {
    Owner other = person.signIn();
    SecondFactor factor = person.turnOnSecondFactor(browser);
    for (int attempt = 0; attempt < 10; attempt++) {
      confirm(other, factor.app().wrongCode());
      Person.expectAlert(other, "not right");
    }
    confirm(other, factor.app().codeAt(java.time.Instant.now().plusSeconds(30)));
    assertThat(other.page().locator("#recovery-codes li")).hasCount(0);
    Person.expectAlert(other, "not right");
  }

  @Test
  void what_a_browser_calls_itself_is_text() {
    String markup = "<img src=x onerror=alert(1)> \"'&";
    try (BrowserContext odd =
        Chromium.window(new Browser.NewContextOptions().setUserAgent(markup).setLocale("en-GB"))) {
      Owner other = new Owner(odd.newPage(), person.app());
      person.enterPassword(other);
      other.expectHeading("2FA Settings");
    }
    browser
        .page()
        .onDialog(
            dialog -> {
              throw new AssertionError("a script ran");
            });
    browser.open("security/sessions");
    assertThat(browser.page().getByText(markup).first()).isVisible();
    assertThat(browser.page().locator("main img")).hasCount(0);
  }

  @Test
  void names_of_apps_are_text_in_the_picture_too() {
    String name = "<b>a?b&c:d</b>";
    browser.open("security/authenticators/new");
    browser.page().getByLabel("Name of the app or device").fill(name);
    browser.press("Continue");
    browser.expectHeading("Set up your 2FA app");
    assertEquals(
        person.name() + " (sign-in) - " + name,
        browser.page().locator("#entry-account").textContent());
    assertThat(browser.page().locator("main b")).hasCount(0);
  }

  private void confirm(Owner at, String code) {
    at.open("security/recovery-codes");
    at.page().getByLabel("Code from your app").fill(code);
    at.press("Make new codes");
  }

  private String idOfTheOtherSession() {
    browser.open("security/sessions");
    String action =
        browser.page().locator("main form[action$='/end']").first().getAttribute("action");
    assertTrue(action.startsWith("/security/sessions/"), action);
    return action.split("/")[3];
  }

  private APIResponse post(String path, String token) {
    return post(browser, path, token);
  }

  private static APIResponse post(Owner from, String path, String token) {
    FormData form = FormData.create().set("confirmation", "");
    return from.page()
        .request()
        .post(
            from.app().page(path).toString(),
            RequestOptions.create().setForm(token.isEmpty() ? form : form.set("_csrf", token)));
  }

  private static String token(Owner at) {
    return at.page().locator("input[name=_csrf]").first().inputValue();
  }
}
