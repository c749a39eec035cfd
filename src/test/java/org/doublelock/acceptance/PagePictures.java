package org.doublelock.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Draws every page and state into target/screenshots/pages: in each language, in each theme on a
 * phone, a tablet and a desktop, in forced colours, and in print. Not part of the build: to be run
 * by name when pages look different, and looked at.
 */
class PagePictures {

  private static final Path PICTURES = Path.of("target", "screenshots", "pages");
  private static final int[] WIDTHS = {390, 820, 1280};
  private static final int HEIGHT = 900;

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void are_drawn(String language) {
    RunningApp app = RunningApp.shared();
    Wardrobe wardrobe = Wardrobe.of(app);
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setLocale("en-GB")
            .setReducedMotion(ReducedMotion.REDUCE)
            .setViewportSize(1280, HEIGHT);
    try (BrowserContext context = Chromium.window(options)) {
      Page page = context.newPage();
      Tour.walk(page, app, language, state -> draw(page, wardrobe, language + "-" + state));
    }
  }

  private static void draw(Page page, Wardrobe wardrobe, String state) {
    for (String theme : Wardrobe.THEMES) {
      wardrobe.dress(page, theme);
      for (int width : WIDTHS) {
        page.setViewportSize(width, HEIGHT);
        picture(page, state + "-" + theme + "-" + width);
      }
    }
    wardrobe.dress(page, Wardrobe.THEMES.get(0));
    page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
    picture(page, state + "-forced-colours");
    page.emulateMedia(
        new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE).setMedia(Media.PRINT));
    picture(page, state + "-print");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + ".jpeg"))
            .setType(ScreenshotType.JPEG)
            .setFullPage(true));
  }
}
