package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.Map;
import org.doublelock.acceptance.Person.SecondFactor;
import org.junit.jupiter.api.Test;

/** Switching a key's second factor off when its device is lost. */
@AcceptanceTest
@OnPostgresql
class LostDeviceIT {

  private static final String INVALID_SIGNATURE = "EAPI:Invalid signature";

  @Test
  void with_a_password_alone_it_stays_on_for_a_day_and_can_be_stopped(Owner owner, ApiClient api) {
    Owner browser = Person.openedBy(owner).signIn();
    TestKey key = browser.createKey("Query funds");
    browser.switchOnWithApp(key);
    giveUp(browser, key);
    assertThat(browser.page().getByText("switches off when the waiting time is over")).isVisible();
    assertThat(browser.switchOf(key)).hasAttribute("aria-checked", "true");
    assertEquals(INVALID_SIGNATURE, api.call(key, "Balance").send().error());
    browser.press("Leave it on: " + key.description());
    assertThat(browser.page().getByText("stays on.")).isVisible();
    assertThat(browser.page().getByText("is switched off, without the code")).hasCount(0);
  }

  @Test
  void an_authenticator_added_just_now_does_not_spare_the_wait(Owner owner, ApiClient api) {
    Person person = Person.openedBy(owner);
    Owner browser = person.signIn();
    TestKey key = browser.createKey("Query funds");
    browser.switchOnWithApp(key);
    person.turnOnSecondFactor(browser);
    giveUp(browser, key);
    assertThat(browser.switchOf(key)).hasAttribute("aria-checked", "true");
    assertEquals(INVALID_SIGNATURE, api.call(key, "Balance").send().error());
  }

  @Test
  void when_the_wait_is_over_the_key_needs_no_code_and_an_own_factor_needs_no_wait() {
    Map<String, String> settings =
        Map.of("doublelock.two-factor.cool-off", "PT4S", "doublelock.operator.accounts", "demo");
    try (RunningApp app = RunningApp.startedWith(settings);
        BrowserContext window = Chromium.window()) {
      Page page = window.newPage();
      Owner owner = Owner.signIn(page, app);
      ApiClient api = new ApiClient(app.base());
      TestKey key = owner.createKey("Query funds");
      owner.switchOnWithApp(key);
      giveUp(owner, key);
      assertEquals(INVALID_SIGNATURE, api.call(key, "Balance").send().error());
      awaitOff(key, api, owner);

      Person person = Person.openedBy(owner);
      Owner browser = person.signIn();
      SecondFactor factor = person.turnOnSecondFactor(browser);
      TestKey another = browser.createKey("Query funds");
      browser.switchOnWithPassword(another, "seven quiet otters rowing");
      Owner fresh = person.atNewBrowser();
      person.enterPassword(fresh);
      person.enterCode(fresh, factor.recoveryCodes().get(0));
      fresh.expectHeading("2FA Settings");
      awaitProven(fresh, another);
      giveUp(fresh, another);
      assertThat(fresh.switchOf(another)).hasAttribute("aria-checked", "false");
      assertEquals("", api.call(another, "Balance").send().error(), "off at once");
    }
  }

  /** Waits until the server's own timer has switched it off: no page is looked at before. */
  private static void awaitOff(TestKey key, ApiClient api, Owner owner) {
    Instant patience = Instant.now().plusSeconds(60);
    while (!api.call(key, "Balance").send().error().isEmpty() && Instant.now().isBefore(patience)) {
      owner.page().waitForTimeout(500);
    }
    assertEquals("", api.call(key, "Balance").send().error(), "the wait is over");
    assertThat(owner.switchOf(key)).hasAttribute("aria-checked", "false");
  }

  /** Waits until the account's own factor is older than the wait, so that it spares it. */
  private static void awaitProven(Owner browser, TestKey key) {
    browser.openLost(key);
    Instant patience = Instant.now().plusSeconds(60);
    while (waits(browser) && Instant.now().isBefore(patience)) {
      browser.page().waitForTimeout(500);
      browser.page().reload();
    }
    assertFalse(waits(browser), "nothing waits any more");
  }

  private static boolean waits(Owner browser) {
    assertThat(browser.page().locator(".alert-warning")).isVisible();
    return browser.page().getByText("there would be no wait").count() > 0;
  }

  private static void giveUp(Owner browser, TestKey key) {
    browser.openLost(key);
    browser.press("Switch off without it");
    browser.expectHeading("2FA Settings");
  }
}
