package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.doublelock.acceptance.Person.SecondFactor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A setup belongs to the signed-in session that began it, and to no other of the same account. */
@AcceptanceTest
@OnAnyDatabase
class SetupOfOneSessionIT {

  private static final String INVALID_SIGNATURE = "EAPI:Invalid signature";
  private static final String KEY_PASSWORD = "seven quiet otters rowing";
  private static final String ELSEWHERE = "another session";
  private static final String CHOOSE = "Choose how to confirm";
  private static final String APP = "Set up your 2FA app";
  private static final String ACTIONS = "Choose actions";
  private static final String DONE = "Congratulations";
  private static final String STEP_UP = "Confirm that it is you";

  private Person person;
  private Owner browser;
  private Owner other;
  private TestKey key;

  @BeforeEach
  void two_sessions_of_one_account(Owner operator) {
    person = Person.openedBy(operator);
    browser = person.signIn();
    other = person.signIn();
    key = browser.createKey("Query funds");
  }

  @Test
  void another_session_neither_sees_nor_confirms_nor_completes_it(ApiClient api) {
    String wizard = begin(browser);
    Authenticator scanned = shown(browser);
    for (String step : new String[] {"", "/confirm", "/actions", "/done"}) {
      other.open(wizard + step);
      other.expectHeading(CHOOSE);
      assertThat(other.page().locator("#setup-key, svg.qr")).hasCount(0);
    }
    assertRefused(other, wizard, "/confirm/code", Map.of("code", scanned.code()));
    confirm(browser, scanned.code());
    browser.expectHeading(ACTIONS);
    other.open(wizard + "/actions");
    other.expectHeading(CHOOSE);
    assertRefused(other, wizard, "/actions", Map.of("action", "Balance"));
    other.open(wizard);
    post(other, wizard + "/abandon", Map.of());
    assertEquals("", api.call(key, "Balance").send().error(), "nothing is on yet");
    browser.press("Confirm");
    browser.expectHeading(DONE);
    assertEquals("", api.call(key, "Balance").otp(scanned.code()).send().error());
    other.open(wizard + "/done");
    assertThat(other.page().getByText(DONE)).hasCount(0);
  }

  @Test
  void another_session_begins_anew_and_the_first_one_is_told(ApiClient api) {
    String wizard = begin(browser);
    Authenticator first = shown(browser);
    begin(other);
    Authenticator second = shown(other);
    assertNotEquals(first, second, "a secret that nobody has seen");

    confirm(browser, first.code());
    browser.expectHeading(CHOOSE);
    Person.expectAlert(browser, ELSEWHERE);
    assertRefused(browser, wizard, "/confirm/code", Map.of("code", second.code()));
    confirm(other, first.code());
    Person.expectAlert(other, "clock");
    confirm(other, second.code());
    other.expectHeading(ACTIONS);
    assertRefused(browser, wizard, "/actions", Map.of("action", "Balance"));
    assertEquals("", api.call(key, "Balance").send().error(), "nothing is on yet");
    other.press("Confirm");
    other.expectHeading(DONE);

    assertRefused(browser, wizard, "/actions", Map.of("action", "Balance"));
    browser.open(wizard + "/done");
    assertThat(browser.page().getByText(DONE)).hasCount(0);
    assertEquals(INVALID_SIGNATURE, api.call(key, "Balance").otp(first.code()).send().error());
    assertEquals("", api.call(key, "Balance").otp(second.code()).send().error());
  }

  @Test
  void a_replacement_is_finished_only_where_the_current_code_was_given(ApiClient api) {
    browser.switchOnWithPassword(key, KEY_PASSWORD);
    String wizard = replace(browser);
    browser.page().locator("#current").fill(KEY_PASSWORD);
    browser.press("2FA App");
    browser.expectHeading(APP);
    Authenticator next = shown(browser);

    other.open(wizard);
    other.press("2FA App");
    Person.expectAlert(other, "Enter the password that this key has now");
    assertRefused(other, wizard, "/confirm/code", Map.of("code", next.code()));
    confirm(browser, next.code());
    browser.expectHeading(ACTIONS);
    assertRefused(other, wizard, "/actions", Map.of("action", "Balance"));
    assertEquals("", api.call(key, "Balance").otp(KEY_PASSWORD).send().error(), "the old one");
    browser.press("Confirm");
    browser.expectHeading(DONE);
    assertEquals("", api.call(key, "Balance").otp(next.code()).send().error());
  }

  @Test
  void it_is_taken_up_again_after_leaving_but_not_after_signing_in_again() {
    String wizard = begin(browser);
    Authenticator first = shown(browser);
    browser.open("security/sessions");
    browser.open(wizard + "/confirm");
    assertEquals(first, shown(browser), "left and taken up again");

    browser.page().locator("details.account-menu summary").click();
    browser.press("Sign out");
    person.enterPassword(browser);
    browser.expectHeading("2FA Settings");
    browser.open(wizard + "/confirm");
    browser.expectHeading(CHOOSE);
    browser.press("2FA App");
    browser.expectHeading(APP);
    assertNotEquals(first, shown(browser), "begun anew");
  }

  @Test
  void each_step_asks_for_a_fresh_confirmation_and_then_goes_on(ApiClient api) {
    String wizard = begin(other);
    Authenticator app = shown(other);
    SecondFactor own = person.turnOnSecondFactor(browser);
    // the other session has proved nothing but its password: no longer enough from now on
    String code = app.code();
    for (String step : new String[] {"/confirm", "/actions"}) {
      other.open(wizard + step);
      other.expectHeading(STEP_UP);
      assertThat(other.page().locator("#setup-key")).hasCount(0);
    }
    for (String step : new String[] {"/confirm/code", "/confirm/password", "/actions"}) {
      String answer = post(other, wizard + step, Map.of("code", code, "action", "Balance"));
      assertTrue(answer.contains(STEP_UP), step);
    }
    other.open(wizard + "/confirm");
    stepUp(other, own.app().wrongCode());
    Person.expectAlert(other, "not right");
    stepUp(other, own.app().codeAt(Instant.now().plusSeconds(30)));
    other.expectHeading(APP);
    assertEquals(app, shown(other), "the same setup, under another session id");
    confirm(other, app.code());
    other.expectHeading(ACTIONS);
    other.press("Confirm");
    other.expectHeading(DONE);
    assertEquals("", api.call(key, "Balance").otp(app.code()).send().error());
  }

  @Test
  void a_sign_in_app_and_the_recovery_codes_are_for_who_began_to_add_it() {
    String setup = beginSignInApp(browser);
    Authenticator first = shown(browser);
    other.open(setup);
    other.expectHeading("Add a 2FA app");
    assertThat(other.page().locator("#setup-key")).hasCount(0);
    String refusal = post(other, setup, Map.of("code", first.code()));
    assertTrue(refusal.contains(ELSEWHERE), refusal);

    beginSignInApp(other);
    Authenticator second = shown(other);
    assertNotEquals(first, second);
    confirm(browser, second.code());
    Person.expectAlert(browser, ELSEWHERE);
    assertThat(browser.page().locator("#recovery-codes li")).hasCount(0);
    confirm(other, second.code());
    other.expectHeading("Recovery codes");
    assertThat(other.page().locator("#recovery-codes li")).hasCount(10);

    post(browser, "security/recovery-codes/kept", Map.of("kept", "on"));
    browser.open("security/two-factor");
    assertThat(browser.page().getByText("not said that you kept")).isVisible();
    browser.open(setup);
    assertThat(browser.page().locator("#setup-key")).hasCount(0);
  }

  /** Begins with an app, and tells the wizard's address. */
  private String begin(Owner at) {
    at.switchOf(key).click();
    at.expectHeading(CHOOSE);
    String wizard = path(at.page());
    at.press("2FA App");
    at.expectHeading(APP);
    return wizard;
  }

  private String replace(Owner at) {
    at.open("security/two-factor");
    at.page()
        .getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName("Replace: " + key.description()))
        .click();
    return path(at.page());
  }

  private static String beginSignInApp(Owner at) {
    at.open("security/authenticators/new");
    at.page().getByLabel("Name of the app or device").fill("My phone");
    at.press("Continue");
    at.expectHeading(APP);
    return path(at.page());
  }

  private static void confirm(Owner at, String code) {
    at.page().getByLabel("Code from the app").fill(code);
    at.press("Confirm");
  }

  private static void stepUp(Owner at, String code) {
    at.page().getByLabel("Code from your app").fill(code);
    at.press("Continue");
  }

  private static Authenticator shown(Owner at) {
    return new Authenticator(at.page().locator("#setup-key").textContent());
  }

  private static void assertRefused(
      Owner at, String wizard, String step, Map<String, String> fields) {
    String answer = post(at, wizard + step, fields);
    assertTrue(answer.contains(ELSEWHERE), answer);
    assertFalse(answer.contains(DONE), answer);
  }

  /** Sends a form that is not on the page, and gives the page that it leads to. */
  private static String post(Owner at, String path, Map<String, String> fields) {
    at.open("security/sessions");
    FormData form = FormData.create();
    form.set("_csrf", at.page().locator("input[name=_csrf]").first().inputValue());
    fields.forEach(form::set);
    return at.page()
        .request()
        .post(at.app().page(path).toString(), RequestOptions.create().setForm(form))
        .text();
  }

  private static String path(Page page) {
    return URI.create(page.url()).getPath().substring(1);
  }
}
