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
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page and state, in every theme and language, as people see it and as machines read it. */
@OnAnyDatabase
class LooksIT {

  private static final Path PICTURES = Path.of("target", "screenshots", "pages");

  /** A phone, a window at four hundred percent, and a desktop. */
  private static final int[] WIDTHS = {390, 320, 1280};

  private static final int HEIGHT = 900;
  private static final String WIDER_THAN_THE_WINDOW =
      "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

  static Stream<Arguments> looks() {
    return Tour.THEMES.stream()
        .flatMap(theme -> Tour.LANGUAGES.stream().map(language -> Arguments.of(theme, language)));
  }

  /** The pictures stay in target/screenshots/pages. */
  @ParameterizedTest
  @MethodSource("looks")
  void no_page_is_wider_than_its_window_and_a_machine_finds_no_barrier(
      String theme, String language) {
    List<String> wide = new ArrayList<>();
    List<String> barriers = new ArrayList<>();
    walk(
        theme,
        language,
        (state, page) -> {
          if (language.equals("en")) {
            barriers.addAll(barriers(state, page));
          }
          for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            if ((boolean) page.evaluate(WIDER_THAN_THE_WINDOW)) {
              wide.add(state + " at " + width);
            }
            if (width != 320) {
              picture(page, String.join("-", state, theme, language, String.valueOf(width)));
            }
          }
        });
    assertAll(() -> assertEquals(List.of(), wide), () -> assertEquals(List.of(), barriers));
  }

  /** The structure is the same in each language, so one of them is enough. */
  private static List<String> barriers(String state, Page page) {
    AxeResults results = new AxeBuilder(page).analyze();
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

  private static void walk(String theme, String language, BiConsumer<String, Page> look) {
    try (BrowserContext context =
        Chromium.window(
            new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, HEIGHT))) {
      Page page = context.newPage();
      Tour.walk(page, RunningApp.shared(), theme, language, state -> look.accept(state, page));
    }
  }
}
