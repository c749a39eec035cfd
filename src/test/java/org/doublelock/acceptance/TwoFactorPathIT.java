package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The main path: a second lock on one key, from the browser to the signed call. */
@AcceptanceTest
class TwoFactorPathIT {

  private static final String KEY_PASSWORD = "seven quiet otters rowing";
  private static final String INVALID_SIGNATURE = "EAPI:Invalid signature";

  @Test
  void an_app_that_scanned_the_qr_code_opens_the_key(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    Page page = owner.page();
    page.getByText(RunningApp.USER_NAME, new Page.GetByTextOptions().setExact(true)).click();
    page.getByRole(AriaRole.NAVIGATION, named("Account menu"))
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Security"))
        .click();
    page.getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("2FA Settings"))
        .click();
    assertThat(
            page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("API Keys").setLevel(2)))
        .isVisible();

    owner.switchOf(key).click();
    owner.expectHeading("Choose how to confirm");
    assertThat(page.getByText("least secure")).isVisible();
    assertThat(page.getByText(INVALID_SIGNATURE)).isVisible();
    owner.press("2FA App");
    owner.expectHeading("Set up your 2FA app");
    String scanned = QrReader.read(page.locator("svg.qr").screenshot());
    Authenticator app = Provisioning.of(scanned).authenticator();
    page.getByText("View setup key").click();
    assertEquals(
        app.setupKey(),
        page.locator("#setup-key").textContent(),
        "both the same, and no blanks in a copy");
    assertEquals(
        RunningApp.USER_NAME + " - " + key.description(), Provisioning.of(scanned).account());

    page.getByLabel("Code from the app").fill(app.code());
    owner.press("Confirm");
    owner.expectHeading("Choose actions");
    assertThat(page.getByLabel("AddOrder", new Page.GetByLabelOptions().setExact(true)))
        .isChecked();
    assertEquals("", api.call(key, "Balance").send().error(), "off until the last Confirm");
    owner.press("Confirm");
    owner.expectHeading("Congratulations");
    assertThat(page.getByText(key.description()).first()).isVisible();

    ApiAnswer without = api.call(key, "Balance").send();
    assertEquals(INVALID_SIGNATURE, without.error());
    assertEquals(Optional.of("otp-missing"), without.refusal());
    ApiAnswer wrong = api.call(key, "Balance").otp(app.wrongCode()).send();
    assertEquals(INVALID_SIGNATURE, wrong.error());
    assertEquals(Optional.of("otp-wrong"), wrong.refusal());
    ApiAnswer with = api.call(key, "Balance").otp(app.code()).send();
    assertTrue(with.result().containsKey("ZUSD"), with.text());

    assertThat(owner.switchOf(key)).hasAttribute("aria-checked", "true");
    owner.switchOff(key, app.codeAt(Instant.now().plusSeconds(30)));
    assertEquals("", api.call(key, "Balance").send().error(), "off at once");
  }

  @Test
  void a_password_opens_the_key(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    owner.switchOnWithPassword(key, KEY_PASSWORD);

    assertEquals(INVALID_SIGNATURE, api.call(key, "Balance").send().error());
    assertEquals(
        INVALID_SIGNATURE, api.call(key, "Balance").otp("not the password").send().error());
    assertEquals("", api.call(key, "Balance").otp(KEY_PASSWORD).send().error());
    assertEquals("", api.call(key, "Balance").otp(KEY_PASSWORD).send().error());

    owner.switchOff(key, KEY_PASSWORD);
    assertEquals("", api.call(key, "Balance").send().error(), "off at once");
  }

  @Test
  void replacing_the_app_keeps_the_old_code_until_the_new_one_is_confirmed(
      Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    Page page = owner.page();
    Authenticator old = owner.switchOnWithApp(key);
    owner.open("security/two-factor");
    page.getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName("Replace: " + key.description()))
        .click();
    page.getByLabel("Current code").fill(old.codeAt(Instant.now().plusSeconds(30)));
    owner.press("Password");
    page.getByLabel("New password for this key").fill(KEY_PASSWORD);
    page.getByLabel("The same password again").fill(KEY_PASSWORD);
    owner.press("Confirm");
    owner.expectHeading("Choose actions");
    assertEquals("", api.call(key, "Balance").otp(old.code()).send().error(), "the old one serves");
    assertEquals(INVALID_SIGNATURE, api.call(key, "Balance").otp(KEY_PASSWORD).send().error());

    owner.press("Confirm");
    owner.expectHeading("Congratulations");
    assertEquals(INVALID_SIGNATURE, api.call(key, "Balance").otp(old.code()).send().error());
    assertEquals("", api.call(key, "Balance").otp(KEY_PASSWORD).send().error());
  }

  @Test
  void a_mistyped_code_keeps_the_qr_code_and_says_what_to_check(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    Page page = owner.page();
    owner.switchOf(key).click();
    owner.press("2FA App");
    String before = page.locator("#setup-key").textContent();
    Authenticator app = new Authenticator(before);
    page.getByLabel("Code from the app").fill(app.wrongCode());
    owner.press("Confirm");

    Locator field = page.getByLabel("Code from the app");
    assertThat(field).hasAttribute("aria-invalid", "true");
    assertThat(field).isFocused();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("clock");
    assertEquals(before, page.locator("#setup-key").textContent());
    field.fill(app.code());
    owner.press("Confirm");
    owner.expectHeading("Choose actions");
  }

  @Test
  void leaving_the_wizard_at_any_step_leaves_the_key_as_it_was(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    Page page = owner.page();
    owner.switchOf(key).click();
    owner.press("2FA App");
    Authenticator abandoned = new Authenticator(page.locator("#setup-key").textContent());
    owner.press("Cancel setup");
    owner.expectHeading("2FA Settings");
    assertThat(owner.switchOf(key)).hasAttribute("aria-checked", "false");
    assertEquals("", api.call(key, "Balance").send().error());

    Authenticator app = owner.switchOnWithApp(key);
    assertEquals(
        INVALID_SIGNATURE,
        api.call(key, "Balance").otp(abandoned.code()).send().error(),
        "a code from an abandoned QR code");
    assertEquals("", api.call(key, "Balance").otp(app.code()).send().error());
  }

  @Test
  void ten_wrong_codes_end_the_enrolment(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    Page page = owner.page();
    owner.switchOf(key).click();
    owner.press("2FA App");
    Authenticator app = new Authenticator(page.locator("#setup-key").textContent());
    for (int attempt = 1; attempt < 10; attempt++) {
      page.getByLabel("Code from the app").fill(app.wrongCode());
      owner.press("Confirm");
      assertThat(page.getByLabel("Code from the app")).hasAttribute("aria-invalid", "true");
    }
    page.getByLabel("Code from the app").fill(app.wrongCode());
    owner.press("Confirm");
    owner.expectHeading("Choose how to confirm");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("as it was");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
