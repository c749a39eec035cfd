package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Where the deployment applies the selection, only the ticked actions ask for the second factor,
 * and the pages say so. Nor does a lost device wait here, where the deployment has no wait.
 */
@AcceptanceTest
@OnAnyDatabase
class SelectedActionsIT {

  @Test
  void only_what_was_ticked_asks_for_the_code(Page page) {
    try (RunningApp app =
        RunningApp.startedWith(
            Map.of(
                "doublelock.two-factor.actions",
                "selected",
                "doublelock.two-factor.cool-off",
                "0"))) {
      Owner owner = Owner.signIn(page, app);
      ApiClient api = new ApiClient(app.base());
      TestKey key = owner.createKey("Query funds", "Query ledger");
      owner.switchOf(key).click();
      assertSaid(page, "each call of an action that you tick in the last step has to carry");
      owner.press("2FA App");
      page.getByText("View setup key").click();
      Authenticator authenticator = new Authenticator(page.locator("#setup-key").textContent());
      page.getByLabel("Code from the app").fill(authenticator.code());
      owner.press("Confirm");
      owner.expectHeading("Choose actions");
      Locator actions = page.locator("input[name=action]");
      assertThat(page.locator("main form > :not(input)").first()).containsText("Asked on");
      assertThat(page.getByText("Send funds to withdrawal addresses that you saved.")).isVisible();
      owner.press("Funding: None");
      assertThat(page.getByLabel("Withdraw", new Page.GetByLabelOptions().setExact(true)))
          .not()
          .isChecked();
      assertThat(page.getByLabel("AddOrder", new Page.GetByLabelOptions().setExact(true)))
          .isChecked();
      owner.press("Funding: All");
      assertThat(page.locator("input[name=action]:not(:checked)")).hasCount(0);
      actions.all().forEach(Locator::uncheck);
      owner.press("Confirm");
      assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
      assertThat(page.locator("input[name=action]:checked")).hasCount(0);
      actions.all().forEach(Locator::check);
      page.getByLabel("Balance", new Page.GetByLabelOptions().setExact(true)).uncheck();
      assertThat(page.getByText("never asked on Balance.")).isVisible();
      owner.press("Confirm");
      owner.expectHeading("Congratulations");
      assertSaid(page, "Each call of an action that you ticked now has to carry the code");
      assertSaid(page, "One code serves for several calls");

      assertEquals("", api.call(key, "Balance").send().error());
      assertEquals("EAPI:Invalid signature", api.call(key, "Ledgers").send().error());
      assertEquals("", api.call(key, "Ledgers").otp(authenticator.code()).send().error());
      assertThat(owner.switchOf(key)).hasAttribute("aria-checked", "true");
      assertSaid(page, "each call of an action that you ticked has to carry");
      owner.openKey(key);
      assertThat(page.locator("#asked")).containsText("never asked on Balance.");
      assertAnotherAppKeepsWhatWasTicked(owner, key, authenticator);
      owner.switchOf(key).click();
      page.getByText("You no longer have the code or password?").click();
      assertThat(page.locator("main .alert-warning")).hasText("It is switched off at once.");
    }
  }

  private static void assertAnotherAppKeepsWhatWasTicked(
      Owner owner, TestKey key, Authenticator old) {
    Page page = owner.page();
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
    assertSaid(page, "never asked on Balance.");
    assertThat(page.locator("input[name=action]:not(:checked)")).hasCount(1);
  }

  private static void assertSaid(Page page, String text) {
    assertThat(page.getByText(text)).isVisible();
  }
}
