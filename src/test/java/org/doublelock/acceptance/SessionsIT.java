package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import org.doublelock.acceptance.Person.SecondFactor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a person is signed in, and the password that signs them in. */
@AcceptanceTest
@OnPostgresql
class SessionsIT {

  private static final String NEW_PASSWORD = "nine grey herons at noon";

  private Person person;
  private Owner browser;

  @BeforeEach
  void open_an_account(Owner operator) {
    person = Person.openedBy(operator);
    browser = person.signIn();
  }

  @Test
  void another_session_is_listed_and_signed_out_at_its_next_page() {
    Owner other = person.signIn();
    browser.open("security");
    browser.page().getByRole(AriaRole.LINK, named("See where you are signed in")).click();
    Locator rows = browser.page().locator("tbody").getByRole(AriaRole.ROW);
    assertThat(rows).hasCount(2);
    assertThat(rows.first()).containsText("Chrome, Linux");
    assertThat(rows.first()).containsText("127.0.0.1");
    assertThat(browser.page().getByText("This one")).hasCount(1);
    rows.getByRole(AriaRole.BUTTON).click();
    assertThat(rows).hasCount(1);
    other.open("api-keys");
    other.expectHeading("Sign in");
    other.open("help");
    assertThat(other.page().getByText(person.name())).hasCount(0);
    browser.open("api-keys");
    browser.expectHeading("API keys");
  }

  @Test
  void all_others_are_signed_out_at_once() {
    List<Owner> others = List.of(person.signIn(), person.signIn());
    browser.open("security/sessions");
    browser.press("Sign out everywhere else");
    assertThat(browser.page().getByText("signed out everywhere but here")).isVisible();
    others.forEach(Person::expectSignedOut);
    browser.open("security/sessions");
    browser.expectHeading("Where you are signed in");
  }

  @Test
  void a_session_cookie_from_before_signing_out_opens_nothing() {
    List<Cookie> cookies = browser.page().context().cookies();
    browser.page().getByText(person.name(), exactly()).click();
    browser.press("Sign out");
    browser.page().context().addCookies(cookies);
    Person.expectSignedOut(browser);
  }

  @Test
  void an_idle_person_is_signed_out() {
    Map<String, String> settings =
        Map.of("doublelock.session.idle", "PT3S", "doublelock.session.absolute", "PT1H");
    try (RunningApp app = RunningApp.startedWith(settings);
        BrowserContext window = Chromium.window()) {
      Page page = window.newPage();
      Owner owner = Owner.signIn(page, app);
      page.waitForTimeout(3_500);
      owner.open("api-keys");
      owner.expectHeading("Sign in");
    }
  }

  @Test
  void a_new_password_signs_in_the_old_one_does_not_and_other_sessions_end() {
    Owner other = person.signIn();
    change(browser, person.password(), NEW_PASSWORD);
    browser.expectHeading("Security");
    assertThat(browser.page().getByText("Your password is changed")).isVisible();
    Person.expectSignedOut(other);
    person.enterPassword(other);
    Person.expectAlert(other, "do not go together");
    person.enterPassword(other, NEW_PASSWORD);
    other.expectHeading("2FA Settings");
  }

  @Test
  void the_password_now_has_to_be_right_and_the_new_one_good() {
    change(browser, "not the password", NEW_PASSWORD);
    Person.expectAlert(browser, "That is not your password");
    change(browser, person.password(), "short");
    Person.expectAlert(browser, "at least 12 characters");
    change(browser, person.password(), "password1234");
    Person.expectAlert(browser, "first that guessers try");
    change(browser, person.password(), person.name());
    Person.expectAlert(browser, "too easy");
    change(browser, person.password(), person.password());
    Person.expectAlert(browser, "the password you have now");
    person.signIn();
  }

  @Test
  void guessing_the_password_now_is_bounded() {
    for (int attempt = 0; attempt < 10; attempt++) {
      change(browser, "guess " + attempt, NEW_PASSWORD);
    }
    change(browser, person.password(), NEW_PASSWORD);
    Person.expectAlert(browser, "too many wrong tries");
  }

  @Test
  void with_account_2fa_the_change_asks_for_a_code_where_only_the_password_was_given() {
    Owner other = person.signIn();
    SecondFactor factor = person.turnOnSecondFactor(browser);
    change(other, person.password(), NEW_PASSWORD);
    Person.expectAlert(other, "Enter the six digits");
    other.page().getByLabel("Code from your app").fill(factor.recoveryCodes().get(0));
    change(other.page(), person.password(), NEW_PASSWORD);
    other.expectHeading("Security");
  }

  @Test
  void the_least_length_is_a_setting() {
    try (RunningApp app = RunningApp.startedWith(Map.of("doublelock.password.min-length", "20"));
        BrowserContext window = Chromium.window()) {
      Page page = window.newPage();
      Owner owner = Owner.signIn(page, app);
      change(owner, RunningApp.PASSWORD, "only nineteen long.");
      Person.expectAlert(owner, "at least 20 characters");
    }
  }

  private static void change(Owner at, String now, String next) {
    at.open("security/password");
    change(at.page(), now, next);
  }

  private static void change(Page page, String now, String next) {
    page.getByLabel("Your password now").fill(now);
    page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true)).fill(next);
    page.getByLabel("The new password again").fill(next);
    page.getByRole(AriaRole.BUTTON, named("Change password")).click();
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
