package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page and state, in every theme and language, as people see it and as machines read it. */
@OnAnyDatabase
class LooksIT {

  private static final Path PICTURES = Path.of("target", "screenshots", "pages");

  /** A phone, a window at four hundred percent, a tablet both ways, and a desktop. */
  private static final int[] WIDTHS = {390, 320, 820, 1000, 1280};

  private static final Set<Integer> PICTURED = Set.of(390, 1280);
  private static final int PICTURED_ONCE = 820;

  private static final int HEIGHT = 900;
  private static final String WIDER_THAN_THE_WINDOW =
      "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

  /** The pictures stay in target/screenshots/pages. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void no_page_is_wider_than_its_window_and_a_machine_finds_no_barrier(String language) {
    RunningApp app = RunningApp.shared();
    Wardrobe wardrobe = Wardrobe.of(app);
    List<String> wide = new ArrayList<>();
    List<String> barriers = new ArrayList<>();
    walk(
        app,
        language,
        (state, page) -> {
          for (String theme : Wardrobe.THEMES) {
            wardrobe.dress(page, theme);
            String look = String.join("-", state, theme, language);
            if (language.equals("en")) {
              barriers.addAll(barriers(look, page));
            }
            for (int width : WIDTHS) {
              page.setViewportSize(width, HEIGHT);
              if ((boolean) page.evaluate(WIDER_THAN_THE_WINDOW)) {
                wide.add(look + " at " + width);
              }
              if (PICTURED.contains(width) || width == PICTURED_ONCE && theme.equals("paper")) {
                picture(page, look + "-" + width);
              }
            }
          }
        });
    assertAll(() -> assertEquals(List.of(), wide), () -> assertEquals(List.of(), barriers));
  }

  /**
   * The structure is the same in each language, so one of them is enough; and no page has frames.
   */
  private static List<String> barriers(String state, Page page) {
    AxeResults results = new AxeBuilder(page).setLegacyMode(true).analyze();
    assertFalse(results.getPasses().isEmpty(), state + " was looked at");
    List<String> barriers = new ArrayList<>();
    for (Rule rule : results.getViolations()) {
      rule.getNodes()
          .forEach(node -> barriers.add(state + ": " + rule.getId() + " " + node.getHtml()));
    }
    return barriers;
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + ".jpeg"))
            .setType(ScreenshotType.JPEG)
            .setFullPage(true));
  }

  private static void walk(RunningApp app, String language, BiConsumer<String, Page> look) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setLocale("en-GB")
            .setReducedMotion(ReducedMotion.REDUCE)
            .setViewportSize(1280, HEIGHT);
    try (BrowserContext context = Chromium.window(options)) {
      Page page = context.newPage();
      Tour.walk(page, app, language, state -> look.accept(state, page));
    }
  }
}
