package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Codes as people type them, how many tries are left, and why a setup ended. */
@AcceptanceTest
@OnAnyDatabase
class CodesAsTypedIT {

  private static final String NO_BREAK_SPACE = "\u00a0";

  @Test
  void blanks_and_hyphens_in_a_code_do_not_matter_on_pages_but_do_in_calls(
      Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    Authenticator app = beginWithApp(owner, key);
    confirm(owner, parted(app.code(), " "));
    owner.expectHeading("Choose actions");
    owner.press("Confirm");
    owner.expectHeading("Congratulations");
    assertEquals(
        Optional.of("otp-wrong"),
        api.call(key, "Balance").otp(parted(app.code(), " ")).send().refusal());
    assertEquals("", api.call(key, "Balance").otp(app.code()).send().error());

    owner.switchOff(key, parted(app.codeAt(Instant.now().plusSeconds(30)), NO_BREAK_SPACE));
    assertEquals("", api.call(key, "Balance").send().error(), "off");
  }

  @Test
  void a_sign_in_app_is_added_and_signs_in_with_codes_in_groups(Owner operator) {
    Person person = Person.openedBy(operator);
    Owner browser = person.signIn();
    Instant adding = Instant.now();
    browser.open("security/authenticators/new");
    browser.page().getByLabel("Name of the app or device").fill("My phone");
    browser.press("Continue");
    Authenticator app = shown(browser);
    confirm(browser, " " + parted(app.codeAt(adding), "-"));
    browser.expectHeading("Recovery codes");
    String recovery = browser.page().locator("#recovery-codes li").first().textContent();
    browser.page().getByLabel("I have kept them").check();
    browser.press("Go on");
    browser.expectHeading("2FA Settings");

    Owner other = person.atNewBrowser();
    person.enterPassword(other);
    for (String slip : List.of("12345", "letters", "1234567")) {
      person.enterCode(other, slip);
      Person.expectAlert(other, "not counted as a try");
    }
    person.enterCode(other, app.wrongCode());
    Person.expectAlert(other, "9 tries left");
    other.page().locator("button[name=language][value=nl]").click();
    other.page().locator("#code").fill(app.wrongCode());
    other.press("Inloggen");
    Person.expectAlert(other, "Je hebt nog 8 pogingen");
    other.page().locator("button[name=language][value=en]").click();
    person.enterCode(other, "aaaaa-aaaaa-aaaaa-aaaaa-aaaaa");
    Person.expectAlert(other, "That recovery code is not right");
    person.enterCode(other, parted(app.codeAt(Instant.now().plusSeconds(30)), " "));
    other.expectHeading("2FA Settings");

    Owner third = person.atNewBrowser();
    person.enterPassword(third);
    person.enterCode(third, recovery.replace("-", " - ").toUpperCase(java.util.Locale.ROOT));
    third.expectHeading("2FA Settings");
  }

  @Test
  void what_is_no_code_ends_no_setup_and_wrong_ones_are_counted_down(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    Authenticator app = beginWithApp(owner, key);
    for (int attempt = 0; attempt < 11; attempt++) {
      confirm(owner, attempt % 2 == 0 ? "" : "12 34");
      Person.expectAlert(owner, attempt % 2 == 0 ? "Enter the six digits" : "not counted");
    }
    for (int left = 9; left > 1; left--) {
      confirm(owner, app.wrongCode());
      Person.expectAlert(owner, left + " tries are left");
    }
    confirm(owner, app.wrongCode());
    Person.expectAlert(owner, "One try is left");
    confirm(owner, app.wrongCode());
    owner.expectHeading("Choose how to confirm");
    Person.expectAlert(owner, "Ten codes were wrong");
    Person.expectAlert(owner, "Delete the entry");
  }

  @Test
  void a_wrong_code_at_switching_off_says_how_many_tries_are_left(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(key);
    owner.switchOf(key).click();
    owner.page().getByLabel("Current code").fill("not a code");
    owner.press("Switch off");
    Person.expectAlert(owner, "not counted");
    owner.page().getByLabel("Current code").fill(app.wrongCode());
    owner.press("Switch off");
    Person.expectAlert(owner, "9 tries are left");
  }

  @Test
  void a_tab_is_told_when_another_one_changed_the_method(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    Authenticator scanned = beginWithApp(owner, key);
    Page tab = owner.page().context().newPage();
    Owner other = new Owner(tab, owner.app());
    tab.navigate(owner.page().url().replace("/confirm", ""));
    other.press("Password");
    other.expectHeading("Choose a password for this key");

    confirm(owner, scanned.code());
    owner.expectHeading("Choose a password for this key");
    Person.expectAlert(owner, "begun anew in another tab");

    tab.navigate(owner.page().url().replace("/confirm", ""));
    other.press("2FA App");
    Authenticator fresh = shown(other);
    assertNotEquals(scanned, fresh);
    owner.page().getByLabel("New password for this key").fill("seven quiet otters rowing");
    owner.page().getByLabel("The same password again").fill("seven quiet otters rowing");
    owner.press("Confirm");
    owner.expectHeading("Set up your 2FA app");
    Person.expectAlert(owner, "delete it: it is dead");
    confirm(owner, fresh.code());
    owner.expectHeading("Choose actions");
    tab.close();
  }

  @Test
  void a_tab_is_told_when_another_one_began_to_add_the_app_anew(Owner operator) {
    Person person = Person.openedBy(operator);
    Owner browser = person.signIn();
    beginToAdd(browser);
    Authenticator stale = shown(browser);
    Owner other = new Owner(browser.page().context().newPage(), browser.app());
    beginToAdd(other);
    confirm(browser, stale.code());
    Person.expectAlert(browser, "begun anew in another tab");
    confirm(browser, shown(browser).code());
    browser.expectHeading("Recovery codes");
  }

  private static void beginToAdd(Owner browser) {
    browser.open("security/authenticators/new");
    browser.page().getByLabel("Name of the app or device").fill("My phone");
    browser.press("Continue");
    browser.expectHeading("Set up your 2FA app");
  }

  private static Authenticator beginWithApp(Owner owner, TestKey key) {
    owner.switchOf(key).click();
    owner.press("2FA App");
    owner.expectHeading("Set up your 2FA app");
    return shown(owner);
  }

  private static Authenticator shown(Owner owner) {
    return new Authenticator(owner.page().locator("#setup-key").textContent());
  }

  private static void confirm(Owner owner, String code) {
    assertThat(owner.page().getByLabel("Code from the app")).isVisible();
    owner.page().getByLabel("Code from the app").fill(code);
    owner.press("Confirm");
  }

  private static String parted(String code, String between) {
    return code.substring(0, 3) + between + code.substring(3);
  }
}
