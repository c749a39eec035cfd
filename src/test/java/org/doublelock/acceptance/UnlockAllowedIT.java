package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whether a key may be unlocked for a while, and for how long at most, is chosen by its owner. */
@AcceptanceTest
class UnlockAllowedIT {

  private static final String KEY_PASSWORD = "seven quiet otters rowing";

  @Test
  void each_key_chooses_whether_and_for_how_long(Owner owner, ApiClient api) {
    Page page = owner.page();
    TestKey key = owner.createKey("Query funds");
    owner.switchOnWithPassword(key, KEY_PASSWORD);
    owner.switchOf(key);
    Locator offer = page.getByText("Unlock for a while");
    assertThat(offer).hasCount(0);
    String path = owner.openKey(key);
    assertThat(offer).hasCount(0);
    assertThat(page.getByText("Settings for unlocking")).isVisible();
    owner.open(path + "/unlock");
    assertThat(page.getByText("You have not allowed")).isVisible();
    assertEquals(
        "EGeneral:Permission denied",
        api.call(key, "UnlockKey").otp(KEY_PASSWORD).with("minutes", "5").send().error());
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Settings for unlocking"))
        .click();
    page.getByLabel("This key may be unlocked for a while").check();
    page.getByLabel("For how long at most").selectOption("60");
    owner.press("Save");
    owner.expectNotice("is saved");

    UnlockForm form = UnlockForm.open(owner, key);
    assertThat(page.getByLabel("8 hours")).hasCount(0);
    form.length("1 hour").unlock(KEY_PASSWORD);
    assertEquals("", api.call(key, "Balance").send().error());
    assertEquals(
        "EGeneral:Invalid arguments:minutes",
        api.call(key, "UnlockKey").otp(KEY_PASSWORD).with("minutes", "61").send().error());
  }

  @Test
  void another_app_changes_nothing_about_it_nor_whether_codes_are_strict(Owner owner) {
    Page page = owner.page();
    TestKey key = owner.createKey("Query funds");
    Authenticator old = owner.switchOnWithApp(key, true);
    String choice = owner.openKey(key) + "/unlock/choice";
    owner.open(choice);
    page.getByLabel("This key may be unlocked for a while").uncheck();
    owner.press("Save");
    owner.expectNotice("is saved");
    owner.open("security/two-factor");
    page.getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName("Replace: " + key.description()))
        .click();
    page.getByLabel("Current code").fill(old.codeAt(Instant.now().plusSeconds(30)));
    owner.press("2FA App");
    page.getByText("View setup key").click();
    Authenticator app = new Authenticator(page.locator("#setup-key").textContent());
    page.getByLabel("Code from the app").fill(app.code());
    owner.press("Confirm");
    owner.expectHeading("Choose actions");
    page.getByText("More options").click();
    assertThat(page.getByLabel("Strict one-time codes")).isChecked();

    Owner other = new Owner(page.context().newPage(), owner.app());
    other.open(choice);
    other.page().getByLabel("For how long at most").selectOption("60");
    other.press("Save");
    other.expectNotice("is saved");
    owner.press("Confirm");
    Person.expectAlert(owner, "was changed after you opened this page");
    assertThat(page.getByLabel("This key may be unlocked for a while")).not().isChecked();
    assertThat(page.getByLabel("Strict one-time codes")).isChecked();
    owner.press("Confirm");
    owner.expectHeading("Congratulations");
    owner.open(choice);
    assertThat(page.getByLabel("This key may be unlocked for a while")).not().isChecked();
    assertThat(page.getByLabel("For how long at most")).hasValue("60");
  }

  @Test
  void the_last_step_of_the_setup_asks_whether(Owner owner) {
    Page page = owner.page();
    TestKey key = owner.createKey("Query funds");
    owner.switchOf(key).click();
    assertThat(page.getByText("A program that cannot send a code?")).isVisible();
    owner.press("2FA App");
    page.getByText("View setup key").click();
    Authenticator app = new Authenticator(page.locator("#setup-key").textContent());
    page.getByLabel("Code from the app").fill(app.code());
    owner.press("Confirm");
    page.getByText("More options").click();
    assertThat(page.getByLabel("This key may be unlocked for a while")).isChecked();
    page.getByLabel("This key may be unlocked for a while").uncheck();
    owner.press("Confirm");
    owner.expectHeading("Congratulations");
    assertThat(page.getByText("A program that cannot send a code?")).hasCount(0);
  }
}
