package org.doublelock.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The style sheets of each theme, as the application sends them, to be put on a page that is open:
 * a theme that ships differs from another in nothing else.
 */
final class Wardrobe {

  static final List<String> THEMES = List.of("paper", "night", "contrast");

  private static final String SHEETS =
      "() => [...document.querySelectorAll('link[rel=stylesheet]')].map(link => link.outerHTML)";

  /** Waits until the new sheets have come and whatever they set in motion is over. */
  private static final String PUT_ON =
      """
      async sheets => {
        const old = document.querySelectorAll('link[rel=stylesheet]');
        const last = old[old.length - 1];
        await Promise.all(sheets.map(sheet => {
          const link = document.createRange().createContextualFragment(sheet).firstElementChild;
          last.before(link);
          return new Promise((come, lost) => { link.onload = come; link.onerror = lost; });
        }));
        old.forEach(link => link.remove());
        await Promise.all(document.getAnimations().map(animation => animation.finished));
      }
      """;

  private final Map<String, Object> sheets = new LinkedHashMap<>();

  private Wardrobe() {}

  static Wardrobe of(RunningApp app) {
    Wardrobe wardrobe = new Wardrobe();
    for (String theme : THEMES) {
      try (BrowserContext context = Chromium.window()) {
        Cookie picked = new Cookie("doublelock-theme", theme).setUrl(app.base().toString());
        context.addCookies(List.of(picked));
        Page page = context.newPage();
        page.navigate(app.page("sign-in").toString());
        wardrobe.sheets.put(theme, page.evaluate(SHEETS));
      }
    }
    if (Map.copyOf(wardrobe.sheets).values().stream().distinct().count() != THEMES.size()) {
      throw new IllegalStateException("two themes look the same: " + wardrobe.sheets);
    }
    return wardrobe;
  }

  void dress(Page page, String theme) {
    page.evaluate(PUT_ON, sheets.get(theme));
  }
}
