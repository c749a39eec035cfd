package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.doublelock.acceptance.Mailbox.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 2FA is required for keys that may withdraw: before the date, after it, and once it is on. */
@AcceptanceTest
@OnAnyDatabase
class RequiredFactorIT {

  private static final String DENIED = "EGeneral:Permission denied";
  private static final String KEY_PASSWORD = "seven quiet otters rowing";

  @TempDir private Path data;

  private RunningApp startedFrom(String date, String actions) {
    Map<String, String> settings = new HashMap<>(Mailbox.settings());
    settings.put("doublelock.data.dir", data.toString());
    settings.put("doublelock.registration", "open");
    settings.put("doublelock.operator.accounts", RunningApp.USER_NAME);
    settings.put("doublelock.two-factor.actions", actions);
    settings.put("doublelock.policy.factor-for", "withdraw-funds");
    settings.put("doublelock.policy.factor-from", date);
    return RunningApp.startedWith(settings);
  }

  @Test
  void its_owner_is_told_before_and_after_and_it_is_refused_until_2fa_is_on() {
    Mailbox mailbox = Mailbox.anew();
    Person person;
    TestKey key;
    TestKey reader;
    try (RunningApp app = startedFrom("2999-01-01", "all-calls")) {
      ApiClient api = new ApiClient(app.base());
      person = MailSteps.register(new Person(app, "", "").atNewBrowser(), mailbox);
      Owner owner = person.signIn();
      reader = owner.createKey("Query funds");
      assertThat(owner.button("Back to your API keys")).isVisible();
      key = owner.createKey("Query funds", "Withdraw");
      assertThat(owner.page().getByText("required for this key from 1 Jan 2999")).isVisible();
      assertThat(owner.button("Back to your API keys")).hasCount(0);
      assertEquals("", api.call(key, "Balance").send().error());
      owner.open("security");
      assertThat(owner.page().locator(".status"))
          .containsText(
              "2FA is required for one key, and it is off or not asked for enough, from 1 Jan 2999");
      saysWhatFollows(owner, "While it is off, each call with it is refused from 1 Jan 2999");
      countsForOperators(app);
      owner.page().context().close();
    }
    try (RunningApp app = startedFrom("2000-01-01", "selected")) {
      ApiClient api = new ApiClient(app.base());
      ApiAnswer refused = api.call(key, "Balance").send();
      assertEquals(DENIED, refused.error());
      assertEquals(Optional.of("factor-required"), refused.refusal());
      assertEquals("", api.call(reader, "Balance").send().error());
      Mail mail = MailSteps.awaitText(mailbox, "Required from: 1 January 2000, 00:00:00 UTC");
      assertTrue(mail.subject().contains("2FA is required for an API key"), mail.subject());

      Owner owner = person.at(app).signIn();
      owner.open("security");
      assertThat(owner.page().locator(".status > li.now").last())
          .containsText("One key is refused");
      owner.open(KeySwitch.settingsOf(key));
      owner
          .page()
          .getByRole(
              AriaRole.LINK,
              new Page.GetByRoleOptions().setName("Switch it on: " + key.description()))
          .click();
      owner.expectHeading("Choose how to confirm");
      Authenticator phone = switchOnAtLastForWithdrawals(owner);
      assertEquals("", api.call(key, "Balance").send().error());
      assertEquals(Optional.of("otp-missing"), api.call(key, "WithdrawMethods").send().refusal());
      assertEquals("", api.call(key, "WithdrawMethods").otp(phone.code()).send().error());
      owner.open("api-keys");
      assertThat(row(owner, key)).not().containsText("required");
      owner.open("activity/calls");
      assertThat(owner.page().getByText("2FA is required for this key").first()).isVisible();
      owner.switchOf(key).click();
      assertThat(owner.page().getByText("each call with it is refused, at once")).isVisible();
      owner.page().context().close();
    }
  }

  /** The wizard does not let a factor be set up in vain. */
  private static Authenticator switchOnAtLastForWithdrawals(Owner owner) {
    Page page = owner.page();
    owner.press("2FA App");
    page.getByText("View setup key").click();
    Authenticator phone = new Authenticator(page.locator("#setup-key").textContent());
    page.getByLabel("Code from the app").fill(phone.code());
    owner.press("Confirm");
    owner.expectHeading("Choose actions");
    page.getByLabel("Balance", exactly()).uncheck();
    page.getByLabel("Withdraw", exactly()).uncheck();
    owner.press("Confirm");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("2FA is required for this key on");
    assertThat(page.getByLabel("Balance", exactly())).not().isChecked();
    page.getByLabel("Withdraw", exactly()).check();
    owner.press("Confirm");
    owner.expectHeading("Congratulations");
    return phone;
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator row(Owner owner, TestKey key) {
    return owner
        .page()
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText(key.description()));
  }

  private static void saysWhatFollows(Owner owner, String words) {
    TestKey another = owner.createKey("Withdraw");
    owner.open("api-keys");
    assertThat(row(owner, another)).containsText("required for this key from 1 Jan 2999");
    owner.switchOnWithPassword(another, KEY_PASSWORD);
    owner.switchOf(another).click();
    assertThat(owner.page().getByText(words)).isVisible();
  }

  private static void countsForOperators(RunningApp app) {
    try (BrowserContext window = Chromium.window()) {
      Owner operator = Owner.signIn(window.newPage(), app);
      operator.open("operator/accounts");
      assertThat(operator.page().locator("main"))
          .containsText("2FA is required for keys that may use: Withdraw.");
      assertThat(operator.page().locator("main"))
          .containsText("One key in use does not meet that.");
    }
  }
}
