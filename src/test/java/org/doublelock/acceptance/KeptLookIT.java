package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What a person picked follows their account to another browser, and stays off other people's. */
@AcceptanceTest
@OnAnyDatabase
class KeptLookIT {

  @Test
  void the_theme_and_the_language_follow_the_person(Owner owner) {
    owner.press("Nederlands");
    owner.expectHeading("2FA-instellingen");
    owner.press("Donker");
    assertThat(owner.page().locator("link[href$='/themes/night/theme.css']")).hasCount(1);
    try (BrowserContext elsewhere = Chromium.window()) {
      Page page = elsewhere.newPage();
      Owner there = new Owner(page, owner.app());
      there.open("sign-in");
      there.expectHeading("Sign in");
      page.getByLabel("User name").fill(RunningApp.USER_NAME);
      page.getByLabel("Password").fill(RunningApp.PASSWORD);
      there.press("Sign in");
      there.expectHeading("2FA-instellingen");
      assertThat(page.locator("button[name=theme][value=night]"))
          .hasAttribute("aria-pressed", "true");
      there.open("help");
      assertThat(page.locator("html")).hasAttribute("lang", "nl");
      there.press("Zoals het systeem");
      there.press("English");
    }
    owner.open("security/two-factor");
    owner.expectHeading("2FA Settings");
    assertThat(owner.page().locator("button[name=theme][value=system]"))
        .hasAttribute("aria-pressed", "true");
  }

  @Test
  void the_account_menu_leads_to_both_choices(Owner owner) {
    Page page = owner.page();
    assertThat(page.locator("footer")).containsText("Language");
    assertThat(page.locator("footer")).containsText("Look");
    page.locator(".account-menu summary").click();
    assertThat(page.locator(".account-menu nav a").locator("visible=true"))
        .containsText(new String[] {"Security", "API keys", "Activity", "Settings"});
    page.locator(".account-menu")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Settings"))
        .click();
    owner.expectHeading("Settings");
    page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Look"))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Dark"))
        .click();
    assertThat(page.locator("link[href$='/themes/night/theme.css']")).hasCount(1);
    page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Language"))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Nederlands"))
        .click();
    owner.expectHeading("Instellingen");
    owner.press("Zoals het systeem");
    owner.press("English");
    owner.expectHeading("Settings");
  }
}
