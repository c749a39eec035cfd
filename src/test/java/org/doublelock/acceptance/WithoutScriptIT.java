package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main path in a browser that runs no script. */
@AcceptanceTest
@OnAnyDatabase
class WithoutScriptIT {

  private static final String KEY_PASSWORD = "seven quiet otters rowing";
  private static final String INVALID_SIGNATURE = "EAPI:Invalid signature";

  private BrowserContext context;
  private Owner owner;
  private Page page;

  @BeforeEach
  void sign_in_without_script(RunningApp app) {
    context =
        Chromium.window(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setDeviceScaleFactor(2)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB"));
    page = context.newPage();
    owner = Owner.signIn(page, app);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void an_app_is_set_up_and_taken_off_again(ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    assertThat(page.locator("button.copy")).hasCount(0);
    page.getByText(RunningApp.USER_NAME, new Page.GetByTextOptions().setExact(true)).click();
    page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Account menu"))
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Security"))
        .click();
    page.getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("2FA Settings"))
        .click();
    owner.expectHeading("2FA Settings");
    owner.switchOf(key).click();
    owner.expectHeading("Choose how to confirm");
    owner.press("2FA App");
    owner.expectHeading("Set up your 2FA app");
    Authenticator phone =
        Provisioning.of(QrReader.read(page.locator("svg.qr").screenshot())).authenticator();
    page.getByText("View setup key").click();
    assertEquals(phone.setupKey(), page.locator("#setup-key").textContent().replace(" ", ""));
    page.getByLabel("Code from the app").fill(phone.wrongCode());
    owner.press("Confirm");
    assertThat(page.getByLabel("Code from the app")).isFocused();
    page.getByText("View setup key").click();
    assertEquals(phone.setupKey(), page.locator("#setup-key").textContent().replace(" ", ""));
    page.getByLabel("Code from the app").fill(phone.code());
    owner.press("Confirm");
    owner.expectHeading("Choose actions");
    assertEquals("", api.call(key, "Balance").send().error(), "off until the last Confirm");
    owner.press("Confirm");
    owner.expectHeading("Congratulations");
    page.getByText("Python").click();
    assertThat(page.locator(".sample:visible")).containsText(key.publicKey());

    ApiAnswer without = api.call(key, "Balance").send();
    assertEquals(INVALID_SIGNATURE, without.error());
    assertEquals(Optional.of("otp-missing"), without.refusal());
    assertEquals("", api.call(key, "Balance").otp(phone.code()).send().error());
    owner.switchOff(key, phone.codeAt(Instant.now().plusSeconds(30)));
    assertEquals("", api.call(key, "Balance").send().error(), "off at once");
  }

  @Test
  void a_password_is_set_up_replaced_by_an_app_and_taken_off_again(ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    owner.switchOnWithPassword(key, KEY_PASSWORD);
    assertEquals(INVALID_SIGNATURE, api.call(key, "Balance").send().error());
    assertEquals("", api.call(key, "Balance").otp(KEY_PASSWORD).send().error());

    owner.open("security/two-factor");
    page.getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName("Replace: " + key.description()))
        .click();
    page.getByLabel("Current password").fill(KEY_PASSWORD);
    owner.press("2FA App");
    owner.expectHeading("Set up your 2FA app");
    page.getByText("View setup key").click();
    Authenticator phone = new Authenticator(page.locator("#setup-key").textContent());
    page.getByLabel("Code from the app").fill(phone.code());
    owner.press("Confirm");
    owner.press("Confirm");
    owner.expectHeading("Congratulations");
    assertEquals(INVALID_SIGNATURE, api.call(key, "Balance").otp(KEY_PASSWORD).send().error());
    assertEquals("", api.call(key, "Balance").otp(phone.code()).send().error());
    owner.switchOff(key, phone.codeAt(Instant.now().plusSeconds(30)));
    assertEquals("", api.call(key, "Balance").send().error(), "off at once");
  }

  @Test
  void the_language_the_theme_and_the_way_out_work_too() {
    owner.open("security");
    owner.press("Nederlands");
    owner.expectHeading("Beveiliging");
    owner.press("Donker");
    assertThat(page.locator("link[href$='/themes/night/theme.css']")).hasCount(1);
    owner.press("Zoals het systeem");
    owner.press("English");
    page.locator(".account-menu summary").click();
    owner.press("Sign out");
    owner.expectHeading("Sign in");
  }
}
