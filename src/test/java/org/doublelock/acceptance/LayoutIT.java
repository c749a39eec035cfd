package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How pages are laid out, beside what {@link LooksIT} sees on all of them. */
@AcceptanceTest
@OnAnyDatabase
class LayoutIT {

  private static final List<String> PAGES =
      List.of(
          "security",
          "security/two-factor",
          "api-keys",
          "api-keys/new",
          "activity",
          "activity/calls",
          "test-a-key",
          "help",
          "operator/accounts",
          "operator/accounts/new",
          "security/sessions");

  /** The weight of the letters by the level of the heading. */
  private static final String WEIGHTS =
      "() => [...document.querySelectorAll('main :is(h1,h2,h3,h4,legend)')]"
          + ".map(h => h.localName + ' ' + getComputedStyle(h).fontWeight)";

  @Test
  void a_box_that_is_ticked_and_a_switch_that_is_on_look_so_in_forced_colours(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    Page page = owner.page();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setForcedColors(ForcedColors.ACTIVE)
              .setColorScheme(scheme));
      owner.open("api-keys/new");
      Locator box = page.getByLabel("Query funds");
      byte[] empty = calm(page, box);
      box.check();
      assertDiffer(empty, calm(page, box), "a ticked box, " + scheme);

      Locator off = owner.switchOf(key);
      byte[] before = calm(page, off);
      assertArrayEquals(before, calm(page, off), "a picture is the same twice");
      off.evaluate("button => button.setAttribute('aria-checked', 'true')");
      assertDiffer(before, calm(page, off), "a switch that is on, " + scheme);
      assertTrue(owner.page().locator(".side-nav [aria-current]").count() == 1);
      assertThat(owner.page().locator(".side-nav [aria-current]")).hasCSS("outline-style", "solid");
    }
  }

  @Test
  void what_backgrounds_say_is_printed(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    Page page = owner.page();
    Locator onOff = owner.switchOf(key);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    String printed = "(e, part) => getComputedStyle(e, part).printColorAdjust";
    assertEquals("exact", onOff.evaluate(printed, "::before"));
    owner.open("api-keys/new");
    assertEquals("exact", page.getByLabel("Query funds").evaluate(printed, null));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  @Test
  void tables_keep_within_their_column_at_every_width_between_phone_and_desktop(Owner operator) {
    Person person = Person.openedBy(operator);
    Owner owner = person.signIn();
    person.signIn().page().context().close();
    owner.createKey("Query funds");
    person.turnOnSecondFactor(owner);
    Page page = owner.page();
    List<String> wide = new ArrayList<>();
    for (String path : List.of("security/sessions", "security/two-factor", "activity")) {
      owner.open(path);
      for (int width : new int[] {769, 820, 900, 1004, 1016, 1060}) {
        page.setViewportSize(width, 900);
        if ((boolean) page.evaluate(OVERFLOWING)) {
          wide.add(path + " at " + width);
        }
      }
    }
    assertEquals(List.of(), wide);
    page.context().close();
  }

  /** The page in its window, and each cell of a table in the cell's own bounds. */
  private static final String OVERFLOWING =
      "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
          + " || [...document.querySelectorAll('main td, main th')]"
          + ".some(cell => cell.scrollWidth > cell.clientWidth + 1)";

  @Test
  void pages_say_where_one_is_and_their_headings_and_fields_are_of_a_kind(Owner operator) {
    Page page = operator.page();
    operator.createKey("Query funds");
    List<String> weights = new ArrayList<>();
    for (String path : PAGES) {
      operator.open(path);
      Locator here = page.locator(path.equals("help") ? "footer a" : ".side-nav a");
      assertThat(here.and(page.locator("[aria-current=page]"))).hasCount(1);
      weights.addAll(((List<?>) page.evaluate(WEIGHTS)).stream().map(Object::toString).toList());
      String source = page.request().get(page.url()).text();
      assertTrue(source.startsWith("<!DOCTYPE html>"), path + ": " + source.substring(0, 40));
    }
    List<String> levels = weights.stream().map(each -> each.split(" ")[0]).distinct().toList();
    assertEquals(levels.size(), weights.stream().distinct().count(), weights.toString());

    operator.open("activity/calls");
    Locator select = page.locator("select#key");
    assertNotEquals("none", select.evaluate("s => getComputedStyle(s).backgroundImage"));
    double button = page.locator("form.filter button").boundingBox().height;
    assertEquals(select.boundingBox().height, button, 0.5, "“Show” and its field");
  }

  private static byte[] calm(Page page, Locator what) {
    page.mouse().move(0, 0);
    page.evaluate("() => document.activeElement.blur()");
    page.evaluate(
        "() => Promise.all(document.getAnimations().map(animation => animation.finished))");
    return what.screenshot();
  }

  private static void assertDiffer(byte[] one, byte[] other, String what) {
    assertTrue(!Arrays.equals(one, other), what);
  }
}
