package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The main path without a mouse: each step is reached, seen and taken with keys alone. */
@AcceptanceTest
@OnAnyDatabase
class ByKeyboardIT {

  private static final String KEY_PASSWORD = "seven quiet otters rowing";

  @Test
  void from_sign_in_to_congratulations_and_off_again(Page page, RunningApp app, ApiClient api) {
    Keyboard keys = new Keyboard(page);
    Owner owner = new Owner(page, app);
    owner.open("sign-in");
    keys.typeInto(page.getByLabel("User name"), RunningApp.USER_NAME);
    keys.typeInto(page.getByLabel("Password"), RunningApp.PASSWORD);
    keys.press("Enter");
    owner.expectHeading("2FA Settings");
    TestKey key = owner.createKey("Query funds");

    keys.tabToAndPress(page.locator(".account-menu summary"), "Enter");
    keys.tabToAndPress(
        page.getByRole(AriaRole.NAVIGATION, named("Account menu"))
            .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Security")),
        "Enter");
    owner.expectHeading("Security");
    keys.tabToAndPress(
        page.getByRole(AriaRole.MAIN)
            .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("2FA Settings")),
        "Enter");
    owner.expectHeading("2FA Settings");
    keys.tabToAndPress(switchOf(page, key), "Space");
    expectStep(owner, "Choose how to confirm");
    keys.tabToAndPress(owner.button("2FA App"), "Enter");
    expectStep(owner, "Set up your 2FA app");
    keys.tabToAndPress(page.getByText("View setup key"), "Space");
    assertThat(page.locator("#setup-key")).isVisible();
    Authenticator phone = new Authenticator(page.locator("#setup-key").textContent());
    Locator code = page.getByLabel("Code from the app");
    keys.typeInto(code, phone.wrongCode());
    keys.press("Enter");
    assertThat(code).hasAttribute("aria-invalid", "true");
    assertThat(code).isFocused();
    keys.typeInto(code, phone.code());
    keys.press("Enter");
    expectStep(owner, "Choose actions");
    keys.tabToAndPress(page.getByText("More options"), "Space");
    Locator action = page.getByLabel("AddOrder", new Page.GetByLabelOptions().setExact(true));
    keys.tabToAndPress(action, "Space");
    assertThat(action).not().isChecked();
    keys.press("Space");
    assertThat(action).isChecked();
    keys.tabToAndPress(owner.button("Confirm"), "Enter");
    expectStep(owner, "Congratulations");
    keys.tabToAndPress(page.getByLabel("curl"), "ArrowRight");
    assertThat(page.locator(".sample:visible")).containsText("import base64");
    owner.open("security/two-factor");

    keys.tabToAndPress(switchOf(page, key), "Space");
    expectStep(owner, "Switch two-factor authentication off");
    keys.typeInto(page.getByLabel("Current code"), phone.codeAt(Instant.now().plusSeconds(30)));
    keys.press("Enter");
    owner.expectHeading("2FA Settings");
    assertThat(switchOf(page, key)).hasAttribute("aria-checked", "false");
    assertEquals("", api.call(key, "Balance").send().error());
  }

  @Test
  void the_focus_is_on_the_first_thing_that_is_wrong(Owner owner) {
    Page page = owner.page();
    Keyboard keys = new Keyboard(page);
    TestKey key = owner.createKey("Query funds");
    owner.switchOf(key);
    keys.tabToAndPress(switchOf(page, key), "Enter");
    keys.tabToAndPress(owner.button("Password"), "Enter");
    expectStep(owner, "Choose a password for this key");
    Locator repeated = page.getByLabel("The same password again");
    keys.typeInto(page.getByLabel("New password for this key"), KEY_PASSWORD);
    keys.typeInto(repeated, "something else");
    keys.press("Enter");
    assertThat(repeated).isFocused();
    assertThat(repeated).hasAttribute("aria-invalid", "true");
    keys.typeInto(page.getByLabel("New password for this key"), "short");
    keys.typeInto(repeated, "short");
    keys.press("Enter");
    assertThat(page.getByLabel("New password for this key")).isFocused();
    for (int attempt = 0; attempt < 2; attempt++) {
      keys.typeInto(page.getByLabel("New password for this key"), KEY_PASSWORD);
      keys.typeInto(repeated, KEY_PASSWORD);
    }
    keys.press("Enter");
    expectStep(owner, "Choose actions");
  }

  @Test
  void a_form_that_is_wrong_as_a_whole_says_so_where_the_focus_is(Page page, RunningApp app) {
    Owner owner = new Owner(page, app);
    owner.open("sign-in");
    Keyboard keys = new Keyboard(page);
    keys.typeInto(page.getByLabel("User name"), "nobody of that name");
    keys.typeInto(page.getByLabel("Password"), KEY_PASSWORD);
    keys.press("Enter");
    assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
  }

  @Test
  void the_account_menu_opens_and_closes(Owner owner) {
    Page page = owner.page();
    Keyboard keys = new Keyboard(page);
    Locator menu = page.getByRole(AriaRole.NAVIGATION, named("Account menu"));
    Locator name = page.locator(".account-menu summary");
    keys.tabToAndPress(name, "Space");
    assertThat(menu).isVisible();
    keys.press("Tab");
    keys.press("Escape");
    assertThat(menu).not().isVisible();
    assertThat(name).isFocused();
    keys.press("Enter");
    assertThat(menu).isVisible();
    keys.tabToAndPress(owner.button("Sign out"), "Enter");
    owner.expectHeading("Sign in");
  }

  @Test
  void language_and_theme_are_picked(Owner owner) {
    Page page = owner.page();
    owner.open("security");
    Keyboard keys = new Keyboard(page);
    keys.tabToAndPress(owner.button("Nederlands"), "Enter");
    owner.expectHeading("Beveiliging");
    keys.tabToAndPress(owner.button("Donker"), "Space");
    assertThat(owner.button("Donker")).hasAttribute("aria-pressed", "true");
    keys.tabToAndPress(owner.button("English"), "Enter");
    owner.expectHeading("Security");
    keys.tabToAndPress(owner.button("Like the system"), "Enter");
    assertThat(owner.button("Like the system")).hasAttribute("aria-pressed", "true");
  }

  @Test
  void the_first_stop_leads_past_the_navigation(Owner owner) {
    Page page = owner.page();
    owner.open("security");
    Keyboard keys = new Keyboard(page);
    keys.press("Tab");
    assertThat(page.getByText("Skip to the content")).isFocused();
    keys.press("Enter");
    assertThat(page.getByRole(AriaRole.MAIN)).isFocused();
  }

  /** A new step begins at its heading, which is then read out. */
  private static void expectStep(Owner owner, String heading) {
    owner.expectHeading(heading);
    assertThat(owner.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .isFocused();
  }

  private static Locator switchOf(Page page, TestKey key) {
    return page.getByRole(
        AriaRole.SWITCH, named("Two-factor authentication for " + key.description()));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.LocatorOptions has(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
