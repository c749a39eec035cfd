package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the secrets are called in the phone, where an equal name overwrites the older entry. */
@AcceptanceTest
@OnAnyDatabase
class AppEntriesIT {

  private static final String LONG = "The bot in the third warehouse at the harbour, number ";

  @Test
  void two_accounts_their_keys_sign_in_apps_and_replacements_are_all_called_differently(
      Owner operator) {
    Person person = Person.openedBy(operator);
    Owner owner = person.signIn();
    TestKey key = owner.createKey("Query funds");
    owner.switchOf(key).click();
    owner.press("2FA App");
    String first = entryOn(owner);
    assertEquals(person.name() + " - " + key.description(), typed(owner));
    owner.press("Cancel setup");

    Authenticator old = owner.switchOnWithApp(key);
    owner.open("security/two-factor");
    owner
        .page()
        .getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName("Replace: " + key.description()))
        .click();
    owner.page().getByLabel("Current code").fill(old.codeAt(Instant.now().plusSeconds(30)));
    owner.press("2FA App");
    String replacement = entryOn(owner);
    assertTrue(typed(owner).matches(".*\\(new \\d+ \\w+ \\d\\d:\\d\\dZ\\)"), typed(owner));
    owner.page().reload();
    assertEquals(replacement, entryOn(owner), "the same while it is being set up");

    owner.open("security/authenticators/new");
    owner.page().getByLabel("Name of the app or device").fill(key.description());
    owner.press("Continue");
    String signIn = entryOn(owner);
    assertEquals(person.name() + " (sign-in) - " + key.description(), typed(owner));
    assertEquals(3, new HashSet<>(List.of(first, replacement, signIn)).size(), first);
    owner.page().context().close();
  }

  @Test
  void long_descriptions_fit_a_yubikey_and_stay_apart(Owner owner) {
    String one = entryOfKeyCalled(LONG + 1, owner);
    String other = entryOfKeyCalled(LONG + 2, owner);
    assertNotEquals(one, other);
    for (String account : List.of(one, other)) {
      int bytes = ("Doublelock:" + account).getBytes(StandardCharsets.UTF_8).length;
      assertTrue(bytes <= 64, account);
    }
    assertEquals(RunningApp.USER_NAME + " - " + LONG + 2, typed(owner), "whole where it is typed");
  }

  @Test
  void on_a_touch_screen_a_link_opens_the_app_and_elsewhere_there_is_none(Owner operator) {
    Owner owner = Person.openedBy(operator).signIn();
    TestKey key = owner.createKey("Query funds");
    owner.switchOf(key).click();
    owner.press("2FA App");
    assertThat(owner.page().locator("a[href^='otpauth:']")).isHidden();
    Browser.NewContextOptions phone =
        new Browser.NewContextOptions()
            .setLocale("nl")
            .setViewportSize(390, 844)
            .setHasTouch(true)
            .setIsMobile(true);
    try (BrowserContext pocket = Chromium.window(phone)) {
      pocket.addCookies(owner.page().context().cookies());
      Page page = pocket.newPage();
      page.navigate(owner.page().url());
      Locator link = page.getByRole(AriaRole.LINK, named("Open dit in de app op dit apparaat"));
      assertThat(link).isVisible();
      assertEquals(
          QrReader.read(owner.page().locator("svg.qr").screenshot()),
          link.getAttribute("href"),
          "the very secret that a camera would read");
      Locator qr = page.locator("svg.qr");
      assertTrue(link.boundingBox().y < qr.boundingBox().y, "before the QR code");
    }
    owner.page().context().close();
  }

  private static String entryOfKeyCalled(String description, Owner owner) {
    owner.open("api-keys/new");
    owner.page().getByLabel("Description").fill(description);
    owner.page().getByLabel("Query funds").check();
    owner.press("Create key");
    owner.expectHeading("“" + description + "” was created");
    owner.switchOf(new TestKey(description, "", "")).click();
    owner.press("2FA App");
    return entryOn(owner);
  }

  /** The account as a camera reads it, once both ways to take it over were found to agree. */
  private static String entryOn(Owner owner) {
    owner.expectHeading("Set up your 2FA app");
    Page page = owner.page();
    Provisioning scanned = Provisioning.of(QrReader.read(page.locator("svg.qr").screenshot()));
    assertEquals("Doublelock", scanned.parameters().get("issuer"));
    assertEquals("Doublelock", page.locator("#entry-issuer").textContent());
    return scanned.account();
  }

  /** The account as the page gives it to be typed by hand. */
  private static String typed(Owner owner) {
    return owner.page().locator("#entry-account").textContent();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
