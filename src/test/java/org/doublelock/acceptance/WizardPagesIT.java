package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the steps of the wizard say, and what comes after it. */
@AcceptanceTest
@OnAnyDatabase
class WizardPagesIT {

  private static final String KEY_PASSWORD = "seven quiet otters rowing";
  private static final String IN_SIGHT =
      "it => it.getBoundingClientRect().bottom <= window.innerHeight && window.scrollY === 0";

  @Test
  void each_step_says_what_to_do_and_nothing_has_to_be_scrolled_for(Owner owner) {
    Page page = owner.page();
    page.setViewportSize(1280, 720);
    TestKey key = owner.createKey("Query funds");
    owner.switchOf(key).click();
    assertThat(page.getByText("Programs that cannot send a code stop working.")).isVisible();
    assertThat(page.getByRole(AriaRole.HEADING, level(2)))
        .hasText(new String[] {"2FA App", "Password"});
    assertThat(page.locator(".choice").first()).containsText("Recommended");
    assertThat(page.locator(".choice").last()).containsText("Least secure");
    page.locator(".choice").first().click();

    owner.expectHeading("Set up your 2FA app");
    assertThat(page.getByRole(AriaRole.HEADING, level(2)))
        .hasText(new String[] {"Scan this QR code", "Type the code"});
    assertThat(page.getByText("Any app that shows such codes does")).isVisible();
    assertTrue((boolean) page.getByLabel("Code from the app").evaluate(IN_SIGHT), "in sight");
    Authenticator app = new Authenticator(page.locator("#setup-key").textContent());
    page.getByLabel("Code from the app").fill(app.code());
    owner.press("Confirm");

    owner.expectHeading("Choose actions");
    assertThat(page.getByText("Every call with this key asks for the code")).isVisible();
    assertThat(page.locator("main input[type=checkbox]:visible")).hasCount(0);
    assertTrue((boolean) owner.button("Confirm").evaluate(IN_SIGHT), "in sight");
  }

  @Test
  void congratulations_shows_the_key_a_sample_and_what_is_next(Owner owner, ApiClient api) {
    Page page = owner.page();
    TestKey key = owner.createKey("Query funds");
    owner.switchOnWithPassword(key, KEY_PASSWORD);
    Locator row = page.locator("main dl").first();
    assertThat(row).containsText(key.description());
    assertThat(row.getByRole(AriaRole.SWITCH)).hasAttribute("aria-checked", "true");
    assertThat(page.getByText("this key’s password.")).isVisible();
    assertThat(page.locator(".sample:visible")).containsText("curl -sS");
    assertThat(page.locator(".sample:visible")).containsText("OTP='password-of-the-key'");
    page.getByText("JavaScript").click();
    assertThat(page.locator(".sample:visible")).containsText("createHash(\"sha256\")");
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.locator(".sample:visible").getByRole(AriaRole.BUTTON).click();
    assertThat(page.locator(".sample:visible").getByRole(AriaRole.STATUS)).hasText("Copied");
    assertTrue(
        ((String) page.evaluate("navigator.clipboard.readText()")).contains(key.publicKey()));
    page.getByRole(AriaRole.MAIN).getByText("Test this key").click();
    owner.expectHeading("Test a key");
    assertThat(page.locator("#key option:checked")).hasText(key.description());
  }

  @Test
  void the_first_protected_call_is_told_once_on_the_next_page(Owner owner, ApiClient api) {
    Page page = owner.page();
    TestKey key = owner.createKey("Query funds");
    assertEquals("", api.call(key, "Balance").send().error());
    owner.switchOnWithPassword(key, KEY_PASSWORD);
    assertEquals("EAPI:Invalid signature", api.call(key, "Balance").send().error());
    owner.open("activity");
    Locator told = page.getByText("Your first protected call with “" + key.description() + "”");
    assertThat(told).hasCount(0);
    assertEquals("", api.call(key, "Balance").otp(KEY_PASSWORD).send().error());
    page.waitForCondition(
        () -> {
          owner.open("activity");
          return told.count() == 1;
        },
        new Page.WaitForConditionOptions().setTimeout(20_000));
    assertThat(told.locator("time")).hasCount(1);
    owner.open("activity");
    assertThat(told).hasCount(0);
  }

  private static Page.GetByRoleOptions level(int level) {
    return new Page.GetByRoleOptions().setLevel(level);
  }
}
