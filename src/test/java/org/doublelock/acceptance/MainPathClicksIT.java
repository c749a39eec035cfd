package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The main path is no longer than it has to be. */
@AcceptanceTest
@OnAnyDatabase
class MainPathClicksIT {

  private static final int MAX = 7;

  /** Tells of each click that a person made, before the page is left for it. */
  private static final String COUNT =
      "addEventListener('click', event => event.isTrusted && event.detail > 0"
          + " && clicked(event.target.textContent.trim()), true)";

  @Test
  void a_second_lock_is_on_after_seven_clicks_from_any_page(Owner operator) {
    Owner owner = Person.openedBy(operator).signIn();
    TestKey key = owner.createKey("Query funds");
    Page page = owner.page();
    List<String> clicks = new ArrayList<>();
    page.exposeFunction("clicked", what -> clicks.add(String.valueOf(what[0])));
    page.addInitScript(COUNT);
    owner.open("help");

    page.locator("details.account-menu summary").click();
    page.locator(".account-menu nav")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Security"))
        .click();
    owner.expectHeading("Security");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("2FA Settings"))
        .first()
        .click();
    owner.expectHeading("2FA Settings");
    page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName(KeySwitch.nameOf(key)))
        .click();
    owner.expectHeading("Choose how to confirm");
    owner.press("2FA App");
    owner.expectHeading("Set up your 2FA app");
    Authenticator app = new Authenticator(page.locator("#setup-key").textContent());
    page.getByLabel("Code from the app").focus();
    page.keyboard().type(app.code());
    owner.press("Confirm");
    owner.expectHeading("Choose actions");
    owner.press("Confirm");
    owner.expectHeading("Congratulations");

    page.waitForCondition(() -> clicks.size() >= MAX);
    assertEquals(MAX, clicks.size(), clicks.toString());
    assertTrue(clicks.get(MAX - 1).equals("Confirm"), clicks.toString());
    page.context().close();
  }
}
