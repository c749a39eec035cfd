package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Passkeys at signing in and at confirming: what is asked for, and which answers count. */
@AcceptanceTest
@OnPostgresql
class PasskeySignInIT extends PasskeySteps {

  private static final String OWN_FORM =
      """
      for (const ask of ["create", "get"]) {
        const real = navigator.credentials[ask].bind(navigator.credentials);
        navigator.credentials[ask] = async (options) => {
          const { id, rawId, type, response } = await real(options);
          const { clientDataJSON, attestationObject, authenticatorData, signature, userHandle } = response;
          return {
            id, rawId, type,
            response: { clientDataJSON, attestationObject, authenticatorData, signature, userHandle },
            toJSON() { throw new TypeError("Illegal invocation"); },
          };
        };
      }
      """;

  @Test
  void nobody_is_signed_in_before_it_answered() {
    addFirst("Laptop");
    page.context().clearCookies();
    person.enterPassword(browser);
    browser.expectHeading("Confirm that it is you");
    Person.expectSignedOut(browser);
  }

  @Test
  void a_change_is_confirmed_with_it() {
    Owner other = person.signIn();
    addFirst("Laptop");
    VirtualAuthenticator sameDevice = VirtualAuthenticator.pluggedInto(other.page());
    sameDevice.put(device.passkey());
    other.open("security/recovery-codes");
    other.press("Use a passkey");
    assertThat(other.page().locator("#recovery-codes li")).hasCount(10);
  }

  @Test
  void an_answer_is_good_once_and_junk_is_refused_in_words() {
    addFirst("Laptop");
    atSecondPage();
    Request sent =
        page.waitForRequest(
            request -> "POST".equals(request.method()) && request.url().endsWith("/second-factor"),
            () -> browser.press("Use a passkey"));
    browser.expectHeading("2FA Settings");
    String answer = field("passkey", sent.postData());
    for (String given :
        List.of(
            answer,
            "{",
            "{}",
            "{\"id\":1}",
            answer.replace("\"signature\":\"", "\"signature\":\"AA"))) {
      page.context().clearCookies();
      person.enterPassword(browser);
      page.locator("input[name=passkey]").evaluate("(field, value) => field.value = value", given);
      browser.press("Sign in");
      Person.expectAlert(browser, "");
      browser.expectHeading("Confirm that it is you");
      Person.expectSignedOut(browser);
    }
  }

  @Test
  void a_copy_that_lags_behind_is_refused() {
    addFirst("Laptop");
    JsonObject copy = device.passkey();
    copy.addProperty("signCount", 0);
    for (int times = 0; times < 2; times++) {
      signInAgain();
      browser.expectHeading("2FA Settings");
    }
    device.renew();
    device.put(copy);
    signInAgain();
    Person.expectAlert(browser, "not right");
    Person.expectSignedOut(browser);
  }

  @Test
  void ten_wrong_codes_do_not_keep_it_out() {
    addFirst("Laptop");
    Owner thief = person.atNewBrowser();
    person.enterPassword(thief);
    for (int attempt = 0; attempt < 10; attempt++) {
      enterRecoveryCode(thief, "000000");
      Person.expectAlert(thief, "not right");
    }
    enterRecoveryCode(thief, "000000");
    Person.expectAlert(thief, "Too many wrong codes");
    signInAgain();
    browser.expectHeading("2FA Settings");
  }

  @Test
  void what_one_tab_asks_ends_nothing_in_another() {
    browser.open("security/passkeys/new");
    Page tab = page.context().newPage();
    Owner other = new Owner(tab, browser.app());
    other.open("security/passkeys/new");
    page.getByLabel("Name of the passkey").fill("Laptop");
    browser.press("Create the passkey");
    browser.expectHeading("Recovery codes");

    atSecondPage();
    other.open("sign-in/second-factor");
    other.expectHeading("Confirm that it is you");
    browser.press("Use a passkey");
    browser.expectHeading("2FA Settings");
    tab.close();
  }

  @Test
  void an_account_with_nothing_but_passkeys_is_asked_for_one_and_never_told_of_an_app() {
    Owner before = person.signIn();
    addFirst("Laptop");
    atSecondPage();
    assertThat(page.getByText("Now your passkey")).isVisible();
    expectNoApp(page);
    assertThat(page.locator("main button").first()).hasText("Use a passkey");
    enterRecoveryCode(browser, "123456");
    Person.expectAlert(browser, "That is not right");
    expectNoApp(page);
    enterRecoveryCode(browser, "slip");
    Person.expectAlert(browser, "not counted");
    expectNoApp(page);
    page.locator("button[name=language][value=nl]").click();
    assertThat(page.getByText("Nu je passkey")).isVisible();
    expectNoApp(page);
    page.locator("button[name=language][value=en]").click();
    browser.press("Use a passkey");
    browser.expectHeading("2FA Settings");

    before.open("security/recovery-codes");
    assertThat(before.page().locator("main form button").first()).hasText("Use a passkey");
    assertThat(before.page().getByLabel("Recovery code")).isVisible();
    before.page().getByLabel("Recovery code").fill("123456");
    before.press("Make new codes");
    Person.expectAlert(before, "Use your passkey again");
  }

  /** As some password managers do. */
  @Test
  void an_answer_in_a_form_of_its_own_is_read_by_its_fields() {
    page.context().addInitScript(OWN_FORM);
    addFirst("Laptop");
    signInAgain();
    browser.expectHeading("2FA Settings");
  }

  @Test
  void without_script_the_page_says_so_and_the_code_stays() {
    addFirst("Laptop");
    try (BrowserContext plain =
        Chromium.window(
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"))) {
      Owner visitor = new Owner(plain.newPage(), person.app());
      person.enterPassword(visitor);
      assertThat(visitor.page().getByText("Passkeys need JavaScript")).isVisible();
      assertThat(visitor.page().getByLabel("Recovery code")).isVisible();
      assertThat(visitor.button("Use a passkey")).hasCount(0);
    }
  }

  private static void enterRecoveryCode(Owner browser, String typed) {
    browser.page().locator("#code").fill(typed);
    browser.page().getByRole(AriaRole.MAIN).locator("form button").last().click();
  }

  private static void expectNoApp(Page page) {
    String text = page.locator("main").innerText();
    assertFalse(Pattern.compile("\\bapps?\\b").matcher(text).find(), text);
  }

  private static String field(String name, String form) {
    return form.lines()
        .flatMap(line -> List.of(line.split("&")).stream())
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }
}
