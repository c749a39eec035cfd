package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What pages weigh on the wire, as the browser counts it, and whether they stand still. */
@AcceptanceTest
@OnAnyDatabase
class PageWeightIT {

  private static final long FIRST_VISIT = 120 * 1024;
  private static final long NEXT_VISIT = 15 * 1024;

  /** Less than a fine line moving by its own width. */
  private static final double NOTHING = 0.001;

  private static final String SHIFTS =
      "() => new Promise(done => {"
          + " let sum = 0;"
          + " new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))"
          + "   .observe({ type: 'layout-shift', buffered: true });"
          + " requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 0)));"
          + "})";

  @Test
  void pages_are_light_and_stand_still(Owner owner) {
    Page page = owner.page();
    TestKey key = owner.createKey();
    owner.switchOnWithPassword(key, "seven quiet otters rowing");
    for (int made = 0; made < 15; made++) {
      owner.createKey();
    }
    owner.open("api-keys");
    String keyPage = page.locator("main table a").first().getAttribute("href").substring(1);
    List<String> paths =
        List.of(
            "security/two-factor",
            "api-keys",
            "api-keys/new",
            keyPage,
            keyPage + "/delete",
            keyPage + "/second-factor/enrolment",
            "security",
            "activity",
            "activity/calls",
            "test-a-key",
            "help",
            "help/two-factor",
            "help/clients",
            "help/functions",
            "help/functions/AddOrder");
    CDPSession browser = page.context().newCDPSession(page);
    AtomicLong sent = new AtomicLong();
    browser.send("Network.enable");
    browser.on(
        "Network.loadingFinished",
        event -> sent.addAndGet(event.get("encodedDataLength").getAsLong()));
    List<String> faults = new ArrayList<>();
    for (String path : paths) {
      browser.send("Network.clearBrowserCache");
      long first = visit(owner, path, sent);
      double shifts = shifts(page);
      long next = visit(owner, path, sent);
      assertTrue(first > 30_000 && next > 1_000, path + " was weighed: " + first + ", " + next);
      if (first > FIRST_VISIT || next > NEXT_VISIT || shifts > NOTHING) {
        faults.add(path + " sent " + first + ", then " + next + ", and moved by " + shifts);
      }
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void text_stands_still_while_a_slow_line_brings_the_rest(Owner owner) {
    List<String> faults = new ArrayList<>();
    try (SlowLine line = new SlowLine(owner.app().page(""))) {
      for (String path :
          List.of("help/functions/AddOrder", "help/errors", "help/two-factor", "activity")) {
        owner.page().navigate(line.page(path));
        double shifts = shifts(owner.page());
        if (shifts > NOTHING) {
          faults.add(path + " moved by " + shifts);
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  /** How much of what is seen moved, and how far, since the page was opened. */
  private static double shifts(Page page) {
    return ((Number) page.evaluate(SHIFTS)).doubleValue();
  }

  private static long visit(Owner owner, String path, AtomicLong sent) {
    sent.set(0);
    owner.open(path);
    owner.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
    return sent.get();
  }
}
