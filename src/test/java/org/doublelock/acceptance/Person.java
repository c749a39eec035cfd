package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;

/** Someone with an account of their own, so that what a test does to it is nobody else's matter. */
record Person(RunningApp app, String name, String password) {

  /** A second factor that was turned on, and the recovery codes that came with it. */
  record SecondFactor(Authenticator app, List<String> recoveryCodes) {}

  /** Has the operator, who is signed in, open an account. */
  static Person openedBy(Owner operator) {
    String name = "person-" + UUID.randomUUID();
    operator.open("operator/accounts/new");
    operator.page().getByLabel("User name").fill(name);
    operator.press("Open an account");
    String password = operator.page().locator("#given-password").textContent().strip();
    return new Person(operator.app(), name, password);
  }

  /** The same, who knows the application by another name. */
  Person at(RunningApp other) {
    return new Person(other, name, password);
  }

  /** A browser that nobody used before, at the sign-in page. */
  Owner atNewBrowser() {
    BrowserContext context =
        Chromium.window(
            new Browser.NewContextOptions().setBaseURL(app.base().toString()).setLocale("en-GB"));
    Owner owner = new Owner(context.newPage(), app);
    owner.open("sign-in");
    return owner;
  }

  /** Fills in the first page. */
  void enterPassword(Owner browser) {
    enterPassword(browser, password);
  }

  void enterPassword(Owner browser, String typed) {
    browser.open("sign-in");
    browser.page().getByLabel("User name").fill(name);
    browser.page().getByLabel("Password").fill(typed);
    browser.press("Sign in");
  }

  /** Fills in the second page. */
  void enterCode(Owner browser, String code) {
    browser.page().getByLabel("Code from your app").fill(code);
    browser.press("Sign in");
  }

  /** Signs in with the password alone. */
  Owner signIn() {
    Owner browser = atNewBrowser();
    enterPassword(browser);
    browser.expectHeading("2FA Settings");
    return browser;
  }

  /** Adds the first app and keeps the codes. */
  SecondFactor turnOnSecondFactor(Owner browser) {
    Authenticator app = addApp(browser, "My phone");
    browser.expectHeading("Recovery codes");
    List<String> codes = browser.page().locator("#recovery-codes li").allTextContents();
    browser.page().getByLabel("I have kept them").check();
    browser.press("Go on");
    browser.expectHeading("2FA Settings");
    return new SecondFactor(app, codes);
  }

  /** Takes an app through its setup, where the last confirmation is fresh. */
  Authenticator addApp(Owner browser, String called) {
    browser.open("security/two-factor");
    browser
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add a 2FA app"))
        .click();
    browser.page().getByLabel("Name of the app or device").fill(called);
    browser.press("Continue");
    return scan(browser);
  }

  /** Reads the secret on the setup page and confirms the app. */
  Authenticator scan(Owner browser) {
    browser.expectHeading("Set up your 2FA app");
    browser.page().getByText("View setup key").click();
    Authenticator app = new Authenticator(browser.page().locator("#setup-key").textContent());
    browser.page().getByLabel("Code from the app").fill(app.code());
    browser.press("Confirm");
    return app;
  }

  static void expectSignedOut(Owner browser) {
    browser.open("api-keys");
    browser.expectHeading("Sign in");
  }

  static void expectAlert(Owner browser, String words) {
    assertThat(browser.page().getByRole(AriaRole.ALERT).first()).containsText(words);
  }
}
