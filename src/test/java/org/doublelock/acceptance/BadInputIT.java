package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input gets its answer beside the field, in the page's language, and nothing is lost. */
@AcceptanceTest
class BadInputIT {

  @Test
  void an_empty_sign_in_form_says_what_is_missing(Page page, RunningApp app) {
    page.navigate(app.page("sign-in").toString());
    press(page, "Sign in");
    assertThat(error(page, "userName")).hasText("Enter your user name or your mail address.");
    assertThat(error(page, "password")).hasText("Enter your password.");
    assertThat(page.getByLabel("User name")).isFocused();
  }

  @Test
  void a_wrong_password_and_an_unknown_name_are_told_apart_by_nothing(Page page, RunningApp app) {
    assertEquals(refusal(page, app, RunningApp.USER_NAME), refusal(page, app, "nobody-at-all"));
  }

  private static String refusal(Page page, RunningApp app, String name) {
    page.navigate(app.page("sign-in").toString());
    page.getByLabel("User name").fill(name);
    page.getByLabel("Password").fill("surely not this one");
    press(page, "Sign in");
    assertThat(page.getByLabel("User name")).hasValue(name);
    assertThat(page.getByLabel("Password")).hasValue("");
    return page.getByRole(AriaRole.ALERT).textContent();
  }

  @Test
  void a_key_without_description_and_permission_is_not_made(Owner owner) {
    owner.open("api-keys/new");
    owner.press("Create key");
    assertThat(error(owner.page(), "description")).hasText("Describe what the key is for.");
    assertThat(error(owner.page(), "permission")).hasText("Tick at least one permission.");
  }

  @ParameterizedTest
  @CsvSource({
    "addresses, 1.2.3, Not an address or range: 1.2.3",
    "addresses, 300.1.1.1/8, Not an address or range",
    "addresses, localhost, Not an address or range",
    "nonceWindow, -1, whole number",
    "nonceWindow, 99999999999999, whole number",
    "nonceWindow, 1e3, whole number",
  })
  void a_limit_that_cannot_be_is_refused_and_what_was_typed_stays(
      String field, String typed, String expected, Owner owner) {
    Page page = owner.page();
    owner.open("api-keys/new");
    page.getByLabel("Description").fill("Kept as it was typed");
    page.getByLabel("Query funds", new Page.GetByLabelOptions().setExact(true)).check();
    page.getByText("More limits").click();
    page.locator("#" + field).fill(typed);
    owner.press("Create key");
    assertThat(error(page, field)).containsText(expected);
    assertThat(page.locator("#" + field)).hasValue(typed);
    assertThat(page.getByLabel("Description")).hasValue("Kept as it was typed");
    assertThat(page.getByLabel("Query funds", new Page.GetByLabelOptions().setExact(true)))
        .isChecked();
  }

  @Test
  void dates_that_cannot_be_are_refused(Owner owner) {
    Page page = owner.page();
    owner.open("api-keys/new");
    page.getByText("More limits").click();
    page.locator("#expires").fill("2020-02-29");
    page.locator("#queryFrom").fill("2026-02-02");
    page.locator("#queryTo").fill("2026-01-01");
    owner.press("Create key");
    assertThat(error(page, "expires")).containsText("That day is over");
    assertThat(error(page, "queryTo")).containsText("before the first");
  }

  @Test
  void a_description_that_another_key_has_is_refused_in_any_case(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    Page page = owner.page();
    owner.open("api-keys/new");
    page.getByLabel("Description").fill("  " + key.description().toUpperCase() + " ");
    page.getByLabel("Query funds", new Page.GetByLabelOptions().setExact(true)).check();
    owner.press("Create key");
    assertThat(error(page, "description")).containsText("called that already");
  }

  @Test
  void a_key_password_has_to_be_good_new_and_typed_twice(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    Page page = owner.page();
    owner.switchOf(key).click();
    owner.press("Password");
    tryPassword(owner, "", "");
    assertThat(error(page, "password")).hasText("Choose a password.");
    tryPassword(owner, "short", "short");
    assertThat(error(page, "password")).containsText("at least");
    tryPassword(owner, "passwordpassword", "passwordpassword");
    assertThat(page.locator("#password")).hasAttribute("aria-invalid", "true");
    tryPassword(owner, RunningApp.PASSWORD, RunningApp.PASSWORD);
    assertThat(error(page, "password")).containsText("your sign-in password");
    tryPassword(owner, "seven quiet otters rowing", "seven quiet otters rowinG");
    assertThat(error(page, "repeated")).containsText("differ");
    owner.press("Cancel setup");
    assertThat(owner.switchOf(key)).hasAttribute("aria-checked", "false");
  }

  @Test
  void switching_off_with_a_wrong_code_changes_nothing(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(key);
    owner.switchOf(key).click();
    owner.press("Switch off");
    assertThat(error(owner.page(), "current")).containsText("Enter the code");
    owner.page().getByLabel("Current code").fill(app.wrongCode());
    owner.press("Switch off");
    assertThat(error(owner.page(), "current")).containsText("not right");
    assertEquals("EAPI:Invalid signature", api.call(key, "Balance").send().error());
  }

  @Test
  void the_code_that_confirmed_the_enrolment_does_not_switch_it_off(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    Page page = owner.page();
    owner.switchOf(key).click();
    owner.press("2FA App");
    Authenticator app = new Authenticator(page.locator("#setup-key").textContent());
    String code = app.code();
    page.getByLabel("Code from the app").fill(code);
    owner.press("Confirm");
    owner.press("Confirm");
    owner.switchOf(key).click();
    page.getByLabel("Current code").fill(code);
    owner.press("Switch off");
    assertThat(error(page, "current")).containsText("used before");
  }

  @Test
  void a_key_is_deleted_only_with_its_description(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    Page page = owner.page();
    owner.open("api-keys");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(key.description())).click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Delete").setExact(true))
        .click();
    page.getByLabel("Description of the key").fill("another");
    owner.press("Delete");
    assertThat(error(page, "description")).containsText("Nothing was deleted");
    assertEquals("", api.call(key, "Balance").send().error());
    page.getByLabel("Description of the key").fill(key.description());
    owner.press("Delete");
    owner.expectNotice("was deleted");
    assertEquals("EAPI:Invalid key", api.call(key, "Balance").send().error());
  }

  @Test
  void messages_are_in_the_language_that_was_picked(Owner owner) {
    Page page = owner.page();
    owner.press("Nederlands");
    owner.expectHeading("2FA-instellingen");
    owner.open("api-keys/new");
    owner.press("Sleutel maken");
    assertThat(error(page, "description")).hasText("Omschrijf waar de sleutel voor is.");
    assertThat(page.locator("html")).hasAttribute("lang", "nl");
    owner.press("English");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
  }

  private static void tryPassword(Owner owner, String first, String second) {
    owner.page().getByLabel("New password for this key").fill(first);
    owner.page().getByLabel("The same password again").fill(second);
    owner.press("Confirm");
  }

  private static Locator error(Page page, String field) {
    return page.locator("#" + field + "-error");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }
}
