package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.doublelock.acceptance.Person.SecondFactor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session that ended takes with it, and what it leaves. */
@AcceptanceTest
@OnAnyDatabase
class EndedSessionIT {

  private static final String THE_FORM_AS_SENT =
      """
      () => new URLSearchParams(
        new FormData(document.querySelector('form[action="/api-keys"]'))).toString()
      """;

  private Person person;
  private Person other;
  private Owner browser;
  private Page page;

  @BeforeEach
  void open_accounts(Owner operator) {
    person = Person.openedBy(operator);
    other = Person.openedBy(operator);
    browser = person.signIn();
    page = browser.page();
  }

  @Test
  void a_form_that_was_sent_too_late_is_there_again_after_the_sign_in() {
    String description = fillInKey();
    loseSession();
    browser.press("Create key");
    browser.expectHeading("Sign in");
    assertThat(page.getByRole(AriaRole.STATUS))
        .containsText("session ended before you sent the form");
    page.locator("button[name=language][value=nl]").click();
    assertThat(page.getByText("Je sessie was afgelopen voordat je het formulier")).isVisible();
    page.locator("button[name=language][value=en]").click();
    signInHere(person);

    Person.expectAlert(browser, "nothing was changed yet");
    assertThat(page.getByLabel("Description")).hasValue(description);
    assertThat(exactly("Query funds")).isChecked();
    assertThat(exactly("Withdraw")).not().isChecked();
    assertThat(page.locator("#addresses")).hasValue("192.0.2.7");
    browser.press("Create key");
    browser.expectHeading("“" + description + "” was created");
  }

  @Test
  void the_same_where_it_was_signed_out_from_afar_and_another_tab_was_told_first() {
    fillInKey();
    signOutFromAfar();
    Page tab = page.context().newPage();
    tab.navigate(browser.app().page("api-keys").toString());
    assertThat(tab.getByText("Your session has ended")).isVisible();
    tab.close();
    browser.press("Create key");
    signInHere(person);
    Person.expectAlert(browser, "nothing was changed yet");
    assertThat(page.locator("#addresses")).hasValue("192.0.2.7");
  }

  @Test
  void a_form_whose_end_comes_after_that_of_its_session_is_not_carried_out() throws IOException {
    fillInKey();
    String body = (String) page.evaluate(THE_FORM_AS_SENT);
    String head =
        "POST /api-keys HTTP/1.1\nContent-Type: application/x-www-form-urlencoded"
            + "\nCookie: doublelock="
            + session(page).value
            + "\nContent-Length: "
            + body.length();
    RawHttp http = new RawHttp(browser.app().base());
    String answer = http.headAfterLastByte(head, body, this::signOutFromAfar);
    assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
    assertTrue(answer.contains("/sign-in"), answer);
    Owner again = person.signIn();
    again.open("api-keys");
    assertThat(again.page().getByText("Key <b>")).hasCount(0);
  }

  @Test
  void whoever_signs_in_in_their_place_is_shown_nothing_of_it() {
    String description = fillInKey();
    loseSession();
    browser.press("Create key");
    signInHere(other);
    browser.expectHeading("2FA Settings");
    browser.open("api-keys/new");
    assertFalse(page.content().contains(description));
    assertThat(page.getByLabel("Description")).hasValue("");
  }

  @Test
  void the_browser_session_itself_tells_the_next_person_nothing() {
    String description = fillInKey();
    signOutFromAfar();
    browser.press("Create key");
    page.route(
        "**/api-keys/new", // never asked for, as by a person who closes the tab at once
        route -> route.fulfill(new Route.FulfillOptions().setBody("closed")));
    signInHere(person);
    assertThat(page.getByText("closed")).isVisible();
    page.unroute("**/api-keys/new");
    browser.open("api-keys?q=words-of-mine");
    signOutFromAfar();
    browser.open("api-keys");
    signInHere(other);
    for (String path : List.of("api-keys/new", "api-keys", "security")) {
      browser.open(path);
      assertFalse(page.content().contains(description), path);
      assertFalse(page.content().contains("words-of-mine"), path);
    }
  }

  @Test
  void secrets_are_not_kept_and_that_is_said() {
    browser.open("security/password");
    page.getByLabel("Your password now").fill(person.password());
    page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
        .fill(Secrets.made("nine brown owls at dusk"));
    loseSession();
    browser.press("Change password");
    signInHere(person);
    browser.expectHeading("Password");
    Person.expectAlert(browser, "Passwords and codes that you had typed were not kept");
    assertThat(page.getByLabel("Your password now")).hasValue("");
  }

  @Test
  void a_page_that_is_asked_for_says_it_too_and_leads_back_but_not_to_strangers() {
    loseSession();
    browser.open("api-keys");
    assertThat(page.getByText("Your session has ended")).isVisible();
    page.reload();
    assertThat(page.getByText("Your session has ended")).hasCount(0);
    signInHere(person);
    browser.expectHeading("API keys");

    Owner stranger = person.atNewBrowser();
    stranger.page().context().clearCookies();
    stranger.open("api-keys");
    stranger.expectHeading("Sign in");
    assertThat(stranger.page().getByText("session")).hasCount(0);
  }

  @Test
  void a_sign_in_page_that_stood_open_for_too_long_says_so_and_keeps_the_name() {
    Owner early = person.atNewBrowser();
    early.open("sign-in");
    early.page().getByLabel("User name").fill(person.name());
    early.page().getByLabel("Password").fill(person.password());
    loseSession(early.page());
    early.press("Sign in");
    early.expectHeading("Sign in");
    Person.expectAlert(early, "longer than its session");
    assertThat(early.page().getByLabel("User name")).hasValue(person.name());
    early.page().getByLabel("Password").fill(person.password());
    early.press("Sign in");
    early.expectHeading("2FA Settings");
  }

  @Test
  void a_setup_goes_on_where_the_new_session_may_and_says_so_where_not() {
    browser.open("security/authenticators/new");
    page.getByLabel("Name of the app or device").fill("My phone");
    loseSession();
    browser.press("Continue");
    signInHere(person);
    assertThat(page.getByLabel("Name of the app or device")).hasValue("My phone");
    browser.press("Continue");
    browser.expectHeading("Set up your 2FA app");
    Authenticator app = new Authenticator(page.locator("#setup-key").textContent());
    page.getByLabel("Code from the app").fill(app.codeAt(Instant.now()));
    loseSession();
    browser.press("Confirm");
    signInHere(person);
    browser.expectHeading("Add a 2FA app");
    Person.expectAlert(browser, "It does not go on here");
  }

  @Test
  void recovery_codes_that_were_lingered_over_are_not_in_force_and_new_ones_are_offered() {
    SecondFactor factor = person.turnOnSecondFactor(browser);
    browser.open("security/recovery-codes");
    browser.press("Make new codes");
    String lost = page.locator("#recovery-codes li").first().textContent();
    page.getByLabel("I have kept them").check();
    loseSession();
    browser.press("Go on");
    signInHere(person);
    person.enterCode(browser, lost);
    Person.expectAlert(browser, "That recovery code is not right");
    person.enterCode(browser, factor.recoveryCodes().get(0));
    browser.expectHeading("Recovery codes");
    Person.expectAlert(browser, "Your session had ended");
    assertThat(page.getByText("The codes that were shown last do not work")).isVisible();
    browser.press("Make new codes");
    String kept = page.locator("#recovery-codes li").first().textContent();
    page.getByLabel("I have kept them").check();
    browser.press("Go on");
    browser.expectHeading("2FA Settings");
    Owner again = person.atNewBrowser();
    person.enterPassword(again);
    person.enterCode(again, kept);
    again.expectHeading("2FA Settings");
  }

  @Test
  void a_second_step_that_came_too_late_keeps_the_name_and_the_way() {
    person.signIn();
    SecondFactor factor = person.turnOnSecondFactor(browser);
    Owner late = person.atNewBrowser();
    late.open("activity");
    late.page().getByLabel("User name").fill(person.name());
    late.page().getByLabel("Password").fill(person.password());
    late.press("Sign in");
    late.expectHeading("Confirm that it is you");
    browser.open("security/sessions");
    browser.press("Sign out everywhere else"); // which ends a sign-in that was begun, as time does
    String code = factor.app().codeAt(Instant.now().plusSeconds(30));
    person.enterCode(late, code);
    late.expectHeading("Sign in");
    Person.expectAlert(late, "Begin again with your password");
    assertThat(late.page().getByLabel("User name")).hasValue(person.name());
    late.page().getByLabel("Password").fill(person.password());
    late.press("Sign in");
    person.enterCode(late, code);
    late.expectHeading("Activity");
  }

  /** The browser session goes on, with nobody signed in in it. */
  private void signOutFromAfar() {
    Owner elsewhere = person.signIn();
    elsewhere.open("security/sessions");
    elsewhere.press("Sign out everywhere else");
  }

  private String fillInKey() {
    String description = "Key <b>" + UUID.randomUUID();
    browser.open("api-keys/new");
    page.getByLabel("Description").fill(description);
    exactly("Query funds").check();
    page.locator("summary", new Page.LocatorOptions().setHasText("More limits")).click();
    page.locator("#addresses").fill("192.0.2.7");
    return description;
  }

  private Locator exactly(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  /** As after half an hour without a page: the browser has a cookie that the server forgot. */
  private void loseSession() {
    loseSession(page);
  }

  private static void loseSession(Page page) {
    Cookie lost = session(page);
    Cookie unknown =
        new Cookie(lost.name, lost.value.replaceFirst("^.{8}", "deadbeef"))
            .setDomain(lost.domain)
            .setPath(lost.path)
            .setHttpOnly(true);
    page.context().addCookies(List.of(unknown));
    assertEquals(
        1, page.context().cookies().stream().filter(c -> c.name.equals("doublelock")).count());
  }

  private static Cookie session(Page page) {
    return page.context().cookies().stream()
        .filter(cookie -> cookie.name.equals("doublelock"))
        .findFirst()
        .orElseThrow();
  }

  private void signInHere(Person who) {
    page.getByLabel("User name").fill(who.name());
    page.getByLabel("Password").fill(who.password());
    browser.press("Sign in");
  }
}
