package org.doublelock.acceptance;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;

/** An account at a browser with a device that the browser makes believe, and the steps with it. */
abstract class PasskeySteps {

  Person person;
  Owner browser;
  Page page;
  VirtualAuthenticator device;

  @BeforeEach
  void open_an_account(Owner operator) {
    person = Person.openedBy(operator).at(operator.app().atLocalhost());
    browser = person.signIn();
    page = browser.page();
    device = VirtualAuthenticator.pluggedInto(page);
  }

  void addFirst(String name) {
    add(name);
    browser.expectHeading("Recovery codes");
    page.getByLabel("I have kept them").check();
    browser.press("Go on");
    browser.expectHeading("2FA Settings");
  }

  void add(String name) {
    browser.open("security/two-factor");
    page.getByRole(AriaRole.LINK, named("Add a passkey")).click();
    page.getByLabel("Name of the passkey").fill(name);
    browser.press("Create the passkey");
  }

  /** From a browser that nothing is known of, with the passkeys of the device. */
  void signInAgain() {
    atSecondPage();
    browser.press("Use a passkey");
  }

  void atSecondPage() {
    page.context().clearCookies();
    person.enterPassword(browser);
    browser.expectHeading("Confirm that it is you");
  }

  static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
