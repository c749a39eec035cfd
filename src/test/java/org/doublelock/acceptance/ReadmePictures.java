package org.doublelock.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Draws the pictures of the README anew, into target/screenshots/readme. Not part of the build: to
 * be run by name when pages look different, and looked at.
 */
class ReadmePictures {

  private static final Path PICTURES = Path.of("target", "screenshots", "readme");
  private static final int WIDTH = 1120;

  @Test
  void are_drawn() {
    try (RunningApp app =
            RunningApp.startedWith(
                Map.of(
                    "doublelock.bootstrap.user", RunningApp.USER_NAME,
                    "doublelock.bootstrap.password", RunningApp.PASSWORD));
        BrowserContext browser =
            Chromium.window(
                new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(WIDTH, 900))) {
      Owner owner = Owner.signIn(browser.newPage(), app);
      draw(owner, new ApiClient(app.base()), Wardrobe.of(app));
    }
  }

  private static void draw(Owner owner, ApiClient api, Wardrobe night) {
    TestKey payouts =
        owner.createKey("Payouts on Friday", List.of("Query funds", "Withdraw"), () -> {});
    owner.switchOnWithPassword(payouts, "nine brown owls at dusk");
    TestKey taxes =
        owner.createKey(
            "Yearly tax report", List.of("Query closed orders", "Query ledger"), () -> {});
    TestKey bot =
        owner.createKey(
            "Trading bot",
            List.of("Query funds", "Query open orders", "Modify orders", "Only modify or cancel"),
            () -> {});

    owner.switchOf(bot).click();
    owner.press("2FA App");
    picture(owner.page(), "app", 760);
    Authenticator app = owner.switchOnWithApp(bot);
    night.dress(owner.page(), "night");
    picture(owner.page(), "done-night", 760);
    calls(api, bot, app, taxes);
    owner.open("activity/calls");
    picture(owner.page(), "calls", 860);
    pictureOfKeys(owner, "settings");
    String next = app.codeAt(Instant.now().plusSeconds(30)); // the last call used this one's
    UnlockForm.open(owner, bot).length("1 hour").upTo("500").unlock(next);
    owner.expectHeading("2FA Settings");
    for (int call = 0; call < 2; call++) {
      api.call(bot, "Balance").send();
    }
    pictureOfKeys(owner, "unlock");
  }

  private static void pictureOfKeys(Owner owner, String name) {
    owner.open("security/two-factor");
    owner
        .page()
        .locator("#api-keys-heading")
        .evaluate("heading => window.scrollTo(0, heading.getBoundingClientRect().top - 8)");
    picture(owner.page(), name, 640);
  }

  private static void calls(ApiClient api, TestKey bot, Authenticator app, TestKey taxes) {
    api.call(bot, "Balance").otp(app.code()).send();
    api.call(bot, "OpenOrders").otp(app.code()).send();
    api.call(bot, "OpenOrders").otp(app.wrongCode()).send();
    api.call(bot, "AddOrder").send();
    api.call(taxes, "Ledgers").send();
    api.call(taxes, "Withdraw").send();
    api.call(bot, "Balance").otp(app.code()).send();
  }

  private static void picture(Page page, String name, int height) {
    page.setViewportSize(WIDTH, height);
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }
}
