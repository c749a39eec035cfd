package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page and state in every language, as people see it and as machines read it: one walk in
 * each notes all of it. Themes differ in colours alone, which {@code ShippedThemesTest} holds, so
 * widths are measured in one of them. {@link PagePictures} draws all.
 */
@OnAnyDatabase
class LooksIT {

  /** A phone, a window at four hundred percent, a tablet both ways, and a desktop. */
  private static final int[] WIDTHS = {390, 320, 820, 1000, 1280};

  private static final int HEIGHT = 900;
  private static final int MANY = 70;
  private static final String WIDER_THAN_THE_WINDOW =
      "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

  private static final List<String> ENDING_AS_PAGES_COME = new ArrayList<>(Wardrobe.THEMES);

  static {
    Collections.reverse(ENDING_AS_PAGES_COME);
  }

  /** With the machine that the look at the first theme left in the page. */
  private static final String FAULTS_OF_COLOURS =
      """
      async () => {
        const rules = ['color-contrast', 'link-in-text-block'];
        const found = await axe.run(document, {runOnly: {type: 'rule', values: rules}});
        if (!found.passes.length) throw new Error('nothing was looked at');
        return found.violations.flatMap(it => it.nodes.map(node => it.id + ' ' + node.html));
      }
      """;

  /** It looks: this is found. */
  private static final String FAULTY =
      "<!DOCTYPE html><html lang=en><title>x</title><p aria-describedby=''>";

  private static final List<String> WIDE = new ArrayList<>();
  private static final List<String> BARRIERS = new ArrayList<>();
  private static final Map<String, String> SOURCES = new TreeMap<>();

  @BeforeAll
  static void walk() {
    RunningApp app = RunningApp.shared();
    Wardrobe wardrobe = Wardrobe.of(app);
    walk(app, wardrobe, "en");
    walk(app, wardrobe, "nl");
  }

  @Test
  void no_page_is_wider_than_its_window() {
    assertEquals(List.of(), WIDE);
  }

  @Test
  void a_machine_finds_no_barrier_on_any_page() {
    assertEquals(List.of(), BARRIERS);
  }

  @Test
  void the_validator_finds_nothing_on_any_page(@TempDir Path folder) throws Exception {
    assertTrue(SOURCES.size() > MANY, "pages that were looked at: " + SOURCES.keySet());
    SOURCES.put("faulty", FAULTY);
    List<String> faults = new ArrayList<>(Validator.faults(SOURCES, folder.resolve("pages")));
    assertTrue(faults.removeIf(fault -> fault.startsWith("faulty.html")), "it does look");
    assertEquals(List.of(), faults);
  }

  /**
   * Markup and structure are the same in each language, so one of them is enough for the machines.
   */
  private static void walk(RunningApp app, Wardrobe wardrobe, String language) {
    boolean forMachines = language.equals("en");
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setLocale("en-GB")
            .setReducedMotion(ReducedMotion.REDUCE)
            .setViewportSize(1280, HEIGHT);
    try (BrowserContext context = Chromium.window(options)) {
      Page page = context.newPage();
      CDPSession browser = context.newCDPSession(page);
      AtomicReference<Response> sent = lastAnswer(page);
      Tour.walk(
          page,
          app,
          language,
          state -> {
            WIDE.addAll(tooWide(state + "-" + language, page, browser));
            if (forMachines) {
              SOURCES.put(state, sent.get().text());
              BARRIERS.addAll(barriers(state, page, wardrobe));
            }
          });
    }
  }

  private static AtomicReference<Response> lastAnswer(Page page) {
    AtomicReference<Response> last = new AtomicReference<>();
    page.onResponse(
        answer -> {
          if (answer.request().isNavigationRequest() && answer.status() != 303) {
            last.set(answer);
          }
        });
    return last;
  }

  /**
   * The windows are told to the browser itself: Playwright's own way waits for each to be drawn.
   */
  private static List<String> tooWide(String look, Page page, CDPSession browser) {
    List<String> wide = new ArrayList<>();
    for (int width : WIDTHS) {
      JsonObject window = new JsonObject();
      window.addProperty("width", width);
      window.addProperty("height", HEIGHT);
      window.addProperty("deviceScaleFactor", 1);
      window.addProperty("mobile", false);
      browser.send("Emulation.setDeviceMetricsOverride", window);
      if ((boolean) page.evaluate(WIDER_THAN_THE_WINDOW)) {
        wide.add(look + " at " + width);
      }
    }
    return wide;
  }

  /** The walk goes on in the theme that pages come in, which is the last to be looked at. */
  private static List<String> barriers(String state, Page page, Wardrobe wardrobe) {
    List<String> barriers = new ArrayList<>();
    boolean first = true;
    for (String theme : ENDING_AS_PAGES_COME) {
      wardrobe.dress(page, theme);
      for (Object fault : first ? faults(page) : (List<?>) page.evaluate(FAULTS_OF_COLOURS)) {
        barriers.add(state + " in " + theme + ": " + fault);
      }
      first = false;
    }
    return barriers;
  }

  /** No page has frames. */
  private static List<String> faults(Page page) {
    AxeResults results = new AxeBuilder(page).setLegacyMode(true).analyze();
    assertFalse(results.getPasses().isEmpty(), page.url() + " was looked at");
    List<String> faults = new ArrayList<>();
    for (Rule rule : results.getViolations()) {
      rule.getNodes().forEach(node -> faults.add(rule.getId() + " " + node.getHtml()));
    }
    return faults;
  }
}
