package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.doublelock.acceptance.Person.SecondFactor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The account's own second factor, from the settings to the second page of signing in. */
@AcceptanceTest
@OnPostgresql
class SignInFactorIT {

  private Person person;
  private Owner browser;

  @BeforeEach
  void open_an_account(Owner operator) {
    person = Person.openedBy(operator);
    browser = person.signIn();
  }

  @Test
  void signing_in_asks_for_the_code_and_nobody_is_signed_in_before_it() {
    SecondFactor factor = person.turnOnSecondFactor(browser);
    Owner other = person.atNewBrowser();
    String atFirst = session(other);
    person.enterPassword(other);
    other.expectHeading("Confirm that it is you");
    assertThat(other.page().getByText(person.name())).hasCount(0);
    String between = session(other);
    other.open("api-keys");
    other.expectHeading("Sign in");
    other.open("sign-in/second-factor");
    person.enterCode(other, factor.app().codeAt(Instant.now().plusSeconds(30)));
    other.expectHeading("2FA Settings");
    assertNotEquals(atFirst, between);
    assertNotEquals(between, session(other));
  }

  @Test
  void the_code_that_added_the_app_does_not_sign_in_and_no_code_does_twice() {
    Instant before = Instant.now();
    Authenticator app = person.addApp(browser, "My phone");
    Owner other = person.atNewBrowser();
    person.enterPassword(other);
    // the code that was used, or the one before it where a new step began meanwhile: both are gone
    person.enterCode(other, app.codeAt(before));
    Person.expectAlert(other, "used before");
    String next = app.codeAt(Instant.now().plusSeconds(30));
    person.enterCode(other, next);
    other.expectHeading("2FA Settings");
    Owner third = person.atNewBrowser();
    person.enterPassword(third);
    person.enterCode(third, next);
    Person.expectAlert(third, "used before");
    Person.expectSignedOut(third);
  }

  @Test
  void ten_recovery_codes_are_shown_once_and_have_to_be_kept_before_going_on() throws IOException {
    person.addApp(browser, "My phone");
    Page page = browser.page();
    browser.expectHeading("Recovery codes");
    Locator codes = page.locator("#recovery-codes li");
    assertEquals(10, new HashSet<>(codes.allTextContents()).size());
    String first = codes.first().textContent();

    browser.press("Go on");
    Person.expectAlert(browser, "Keep the codes first");
    assertEquals(first, codes.first().textContent(), "they are still there");
    Download file = page.waitForDownload(() -> browser.press("Download as text"));
    String text = Files.readString(file.path());
    assertTrue(text.contains(person.name()) && text.contains(first), text);
    assertEquals(10, text.lines().filter(line -> line.matches("([a-z0-9]{5}-?){5}")).count());
    page.getByLabel("I have kept them").check();
    browser.press("Go on");
    browser.expectHeading("2FA Settings");

    browser.open("security/recovery-codes");
    assertFalse(page.content().contains(first));
    assertThat(page.getByText("10 recovery codes left")).isVisible();
  }

  @Test
  void codes_that_were_not_said_to_be_kept_are_warned_about() {
    person.addApp(browser, "My phone");
    browser.expectHeading("Recovery codes");
    browser.open("security/two-factor");
    assertThat(browser.page().getByText("not said that you kept")).isVisible();
  }

  @Test
  void a_recovery_code_signs_in_once_and_few_left_are_warned_about() {
    SecondFactor factor = person.turnOnSecondFactor(browser);
    Owner other = person.atNewBrowser();
    for (String code : factor.recoveryCodes().subList(0, 7)) {
      person.enterPassword(other);
      person.enterCode(other, code);
      other.expectHeading("2FA Settings");
      assertThat(other.page().getByText("You signed in with a recovery code")).isVisible();
    }
    assertThat(other.page().getByText("You have 3 recovery codes left. Make new ones")).isVisible();
    person.enterPassword(other);
    person.enterCode(other, factor.recoveryCodes().get(0));
    Person.expectAlert(other, "not right");
    Person.expectSignedOut(other);

    browser.open("security/recovery-codes");
    browser.press("Make new codes");
    String fresh = browser.page().locator("#recovery-codes li").first().textContent();
    person.enterPassword(other);
    person.enterCode(other, fresh);
    Person.expectAlert(other, "not right");
    person.enterCode(other, factor.recoveryCodes().get(8));
    other.expectHeading("2FA Settings");
    browser.page().getByLabel("I have kept them").check();
    browser.press("Go on");
    browser.expectHeading("2FA Settings");
    person.enterPassword(other);
    person.enterCode(other, factor.recoveryCodes().get(9));
    Person.expectAlert(other, "not right");
    person.enterCode(other, fresh);
    other.expectHeading("2FA Settings");
  }

  @Test
  void a_second_app_is_added_replaced_and_removed() {
    SecondFactor factor = person.turnOnSecondFactor(browser);
    Page page = browser.page();
    Authenticator tablet = person.addApp(browser, "My <b>tablet</b>");
    browser.expectHeading("2FA Settings");
    assertThat(page.getByText("“My <b>tablet</b>” now signs you in")).isVisible();

    page.getByRole(AriaRole.LINK, named("Replace: My phone")).click();
    page.getByLabel("Name of the app or device").fill("New phone");
    browser.press("Continue");
    Authenticator replacement = person.scan(browser);
    browser.expectHeading("2FA Settings");
    assertThat(page.getByText("My phone")).hasCount(0);

    page.getByRole(AriaRole.LINK, named("Remove: My <b>tablet</b>")).click();
    browser.press("Remove");
    browser.expectHeading("2FA Settings");

    Owner other = person.atNewBrowser();
    Instant next = Instant.now().plusSeconds(30);
    for (Authenticator gone : new Authenticator[] {factor.app(), tablet}) {
      person.enterPassword(other);
      person.enterCode(other, gone.codeAt(next));
      Person.expectAlert(other, "not right");
    }
    person.enterCode(other, replacement.codeAt(next));
    other.expectHeading("2FA Settings");
  }

  @Test
  void an_app_is_renamed_and_names_that_look_alike_are_refused() {
    person.turnOnSecondFactor(browser);
    person.addApp(browser, "My tablet");
    Page page = browser.page();
    page.getByRole(AriaRole.LINK, named("Rename: My phone")).click();
    browser.expectHeading("Rename “My phone”");
    for (String typed : List.of("", "my TABLET")) {
      page.getByLabel("New name").fill(typed);
      browser.press("Save");
      Person.expectAlert(browser, typed.isEmpty() ? "Give it a name" : "looks like it");
      assertThat(page.getByLabel("New name")).hasValue(typed);
    }
    page.getByLabel("New name").fill("MY <i>phone</i>");
    browser.press("Save");
    assertThat(page.getByText("It is called “MY <i>phone</i>” now")).isVisible();
    assertThat(page.getByRole(AriaRole.LINK, named("Rename: MY <i>phone</i>"))).isVisible();
  }

  @Test
  void removing_the_last_app_leaves_the_password_alone() {
    person.turnOnSecondFactor(browser);
    browser.page().getByRole(AriaRole.LINK, named("Remove: My phone")).click();
    assertThat(browser.page().getByText("It is the only one")).isVisible();
    browser.press("Remove");
    browser.expectHeading("2FA Settings");
    person.signIn();
  }

  @Test
  void a_change_asks_for_the_code_where_only_the_password_was_given() {
    Owner other = person.signIn();
    Instant adding = Instant.now();
    SecondFactor factor = person.turnOnSecondFactor(browser);
    String before = session(other);
    other.open("security/recovery-codes");
    other.page().getByLabel("Code from your app").fill(factor.app().codeAt(adding));
    other.press("Make new codes");
    Person.expectAlert(other, "used before");
    other.page().getByLabel("Code from your app").fill(person.password());
    other.press("Make new codes");
    Person.expectAlert(other, "not right");
    other.page().getByLabel("Code from your app").fill("my code");
    other.press("Make new codes");
    Person.expectAlert(other, "neither, and it was not counted");
    String code = factor.app().codeAt(Instant.now().plusSeconds(30));
    other.page().getByLabel("Code from your app").fill(code);
    other.press("Make new codes");
    assertThat(other.page().locator("#recovery-codes li")).hasCount(10);
    assertNotEquals(before, session(other), "a new session id");

    Owner third = person.atNewBrowser();
    person.enterPassword(third);
    person.enterCode(third, code);
    Person.expectAlert(third, "used before");
  }

  @Test
  void ten_wrong_codes_lock_the_second_page_and_a_new_sign_in_does_not_help() {
    SecondFactor factor = person.turnOnSecondFactor(browser);
    Owner thief = person.atNewBrowser();
    person.enterPassword(thief);
    for (int attempt = 0; attempt < 10; attempt++) {
      person.enterCode(thief, factor.app().wrongCode());
      Person.expectAlert(thief, "not right");
    }
    String right = factor.app().codeAt(Instant.now().plusSeconds(30));
    person.enterCode(thief, right);
    Person.expectAlert(thief, "Too many wrong codes");
    Owner again = person.atNewBrowser();
    again.page().setExtraHTTPHeaders(java.util.Map.of("X-Forwarded-For", "203.0.113.77"));
    person.enterPassword(again);
    person.enterCode(again, right);
    Person.expectAlert(again, "Too many wrong codes");

    person.enterPassword(browser);
    person.enterCode(browser, right);
    browser.expectHeading("2FA Settings");
    person.enterCode(again, factor.recoveryCodes().get(3));
    again.expectHeading("2FA Settings");
  }

  @Test
  void made_up_recovery_codes_are_bounded_and_the_right_one_passes() {
    SecondFactor factor = person.turnOnSecondFactor(browser);
    Owner thief = person.atNewBrowser();
    person.enterPassword(thief);
    for (int attempt = 0; attempt < 10; attempt++) {
      person.enterCode(thief, "aaaaa-aaaaa-aaaaa-aaaaa-aaaa" + "bcdefghjkm".charAt(attempt));
      Person.expectAlert(thief, "not right");
    }
    for (int attempt = 0; attempt < 5; attempt++) {
      person.enterCode(thief, "bbbbb-bbbbb-bbbbb-bbbbb-bbbbb");
      Person.expectAlert(thief, "Too many wrong codes");
    }
    person.enterCode(thief, factor.recoveryCodes().get(2));
    thief.expectHeading("2FA Settings");
    browser.open("activity");
    Locator events = browser.page().locator("tbody tr");
    // below the sign-in and the code that was used: what came after the tenth left no trace
    assertThat(events.nth(2)).containsText("held back after too many failures");
    assertThat(events.nth(3)).containsText("or confirming was wrong");
    assertThat(events.filter(hasText("held back after too many failures"))).hasCount(1);
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void the_second_page_is_nothing_without_the_first() {
    Owner stranger = person.atNewBrowser();
    stranger.open("sign-in/second-factor");
    stranger.expectHeading("Sign in");
    int status =
        stranger
            .page()
            .request()
            .post(
                stranger.app().page("sign-in/second-factor").toString(),
                RequestOptions.create().setForm(FormData.create().set("code", "123456")))
            .status();
    assertEquals(403, status, "no token");
  }

  @Test
  void only_an_operator_sees_the_operators_pages() {
    browser.open("operator/accounts/new");
    browser.expectHeading("There is no such page");
  }

  private static String session(Owner browser) {
    return browser.page().context().cookies().stream()
        .filter(cookie -> cookie.name.equals("doublelock"))
        .findFirst()
        .orElseThrow()
        .value;
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
