package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A person who touches nothing but keys, and who has to see at each stop where they are. */
record Keyboard(Page page) {

  /** More stops than any page has. */
  private static final int FARTHEST = 150;

  private static final String HAS_FOCUS = "it => it === document.activeElement";
  private static final String SHOWS_FOCUS =
      "it => { const style = getComputedStyle(it);"
          + " return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; }";

  /** Goes on with the Tab key until the element has the focus. */
  void tabTo(Locator target) {
    for (int stops = 0; stops < FARTHEST; stops++) {
      if ((boolean) target.evaluate(HAS_FOCUS)) {
        return;
      }
      page.keyboard().press("Tab");
      expectVisibleFocus();
    }
    throw new AssertionError("the Tab key never comes to " + target);
  }

  void tabToAndPress(Locator target, String key) {
    tabTo(target);
    press(key);
  }

  /** Replaces what the field holds. */
  void typeInto(Locator field, String text) {
    tabTo(field);
    press("Control+A");
    page.keyboard().type(text);
  }

  void press(String key) {
    page.keyboard().press(key);
  }

  private void expectVisibleFocus() {
    Locator focused = page.locator("*:focus");
    if (focused.count() == 1) {
      assertTrue(
          (boolean) focused.evaluate(SHOWS_FOCUS),
          () -> "nothing shows the focus on " + focused.evaluate("it => it.outerHTML"));
    }
  }
}
