package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The main path for people who enlarge everything, and for people whom movement makes ill. */
@AcceptanceTest
@OnAnyDatabase
class ZoomAndMotionIT {

  /** A window of 1280 by 1024 at four hundred percent. */
  private static final int WIDTH = 320;

  private static final int HEIGHT = 256;

  private static final String SIDEWAYS =
      "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

  /** The longest that anything on the page moves, in seconds. */
  private static final String LONGEST_MOVEMENT =
      "() => Math.max(0, ...[...document.querySelectorAll('*')].flatMap(it => {"
          + " const style = getComputedStyle(it);"
          + " return [style.transitionDuration, style.animationDuration]"
          + "   .flatMap(times => times.split(','))"
          + "   .map(time => parseFloat(time) / (time.trim().endsWith('ms') ? 1000 : 1)); }))";

  @Test
  void at_four_hundred_percent_nothing_has_to_be_scrolled_sideways(RunningApp app) {
    List<String> wide = new ArrayList<>();
    walk(
        app,
        new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT),
        page -> {
          if ((boolean) page.evaluate(SIDEWAYS)) {
            wide.add(page.url());
          }
        });
    assertEquals(List.of(), wide);
  }

  @Test
  void nothing_moves_for_who_asks_for_that(RunningApp app) {
    List<String> moving = new ArrayList<>();
    walk(
        app,
        new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE),
        page -> {
          if (longestMovement(page) > 0.01) {
            moving.add(page.url());
          }
        });
    assertEquals(List.of(), moving);
  }

  @Test
  void for_others_movement_is_short(RunningApp app) {
    List<Double> longest = new ArrayList<>();
    walk(app, new Browser.NewContextOptions(), page -> longest.add(longestMovement(page)));
    assertTrue(longest.stream().anyMatch(seconds -> seconds > 0.01), "the search finds movement");
    assertTrue(longest.stream().allMatch(seconds -> seconds <= 0.5), longest::toString);
  }

  @Test
  void no_page_glides_to_where_it_has_to_be_read(RunningApp app) {
    Set<Object> ways = new HashSet<>();
    walk(
        app,
        new Browser.NewContextOptions(),
        page ->
            ways.add(page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")));
    assertEquals(Set.of("auto"), ways);
  }

  private static double longestMovement(Page page) {
    return ((Number) page.evaluate(LONGEST_MOVEMENT)).doubleValue();
  }

  /** From sign-in through a mistyped code to Congratulations, and off again. */
  private static void walk(
      RunningApp app, Browser.NewContextOptions options, Consumer<Page> atEachPage) {
    try (BrowserContext context = Chromium.window(options.setLocale("en-GB"))) {
      Page page = context.newPage();
      Owner owner = new Owner(page, app);
      owner.open("sign-in");
      atEachPage.accept(page);
      Owner.signIn(page, app);
      TestKey key = owner.createKey(Owner.ALL_PERMISSIONS, () -> {});
      page.locator(".account-menu summary").click();
      atEachPage.accept(page);
      owner.open("security");
      atEachPage.accept(page);
      owner.switchOf(key);
      atEachPage.accept(page);
      owner.switchOf(key).click();
      atEachPage.accept(page);
      owner.press("2FA App");
      page.getByText("View setup key").click();
      Authenticator phone = new Authenticator(page.locator("#setup-key").textContent());
      page.getByLabel("Code from the app").fill(phone.wrongCode());
      owner.press("Confirm");
      assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
      page.getByText("View setup key").click();
      atEachPage.accept(page);
      page.getByLabel("Code from the app").fill(phone.code());
      owner.press("Confirm");
      owner.expectHeading("Choose actions");
      atEachPage.accept(page);
      owner.press("Confirm");
      owner.expectHeading("Congratulations");
      page.getByText("Python").click();
      atEachPage.accept(page);
      owner.switchOf(key).click();
      owner.expectHeading("Switch two-factor authentication off");
      atEachPage.accept(page);
    }
  }
}
