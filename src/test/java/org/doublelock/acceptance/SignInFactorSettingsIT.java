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
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.doublelock.acceptance.Person.SecondFactor;
import org.junit.jupiter.api.Test;

/** The apps and recovery codes of an account, as their owner adds, changes and removes them. */
@AcceptanceTest
@OnPostgresql
class SignInFactorSettingsIT extends OwnAccount {

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
    browser.open("activity");
    assertThat(page.getByText("My phone → MY <i>phone</i>")).isVisible();
  }

  @Test
  void an_app_whose_name_another_tab_gave_away_meanwhile_is_to_be_named_anew() {
    person.turnOnSecondFactor(browser);
    Page page = browser.page();
    browser.open("security/authenticators/new");
    page.getByLabel("Name of the app or device").fill("My tablet");
    browser.press("Continue");
    Owner tab = new Owner(page.context().newPage(), browser.app());
    tab.open("security/two-factor");
    tab.page().getByRole(AriaRole.LINK, named("Rename: My phone")).click();
    tab.page().getByLabel("New name").fill("my TABLET");
    tab.press("Save");
    tab.expectNotice("It is called “my TABLET” now");
    person.scan(browser);
    browser.expectHeading("Add a 2FA app");
    Person.expectAlert(browser, "looks like it");
    assertThat(page.getByLabel("Name of the app or device")).hasValue("My tablet");
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
  void only_an_operator_sees_the_operators_pages() {
    browser.open("operator/accounts/new");
    browser.expectHeading("There is no such page");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
