package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page and state, as it is sent. Markup is the same in each language. */
@OnAnyDatabase
class ValidPagesIT {

  private static final int MANY = 70;

  @Test
  void the_validator_finds_nothing_on_any_page(@TempDir Path folder) throws Exception {
    Map<String, String> sources = new TreeMap<>();
    sources.put("faulty", "<!DOCTYPE html><html lang=en><title>x</title><p aria-describedby=''>");
    try (BrowserContext context =
        Chromium.window(new Browser.NewContextOptions().setLocale("en-GB"))) {
      Page page = context.newPage();
      AtomicReference<Response> last = new AtomicReference<>();
      page.onResponse(
          answer -> {
            if (answer.request().isNavigationRequest() && answer.status() != 303) {
              last.set(answer);
            }
          });
      Tour.walk(page, RunningApp.shared(), "en", state -> sources.put(state, last.get().text()));
    }
    assertTrue(sources.size() > MANY, "pages that were looked at: " + sources.keySet());
    List<String> faults = Validator.faults(sources, folder.resolve("pages"));
    assertTrue(faults.stream().anyMatch(fault -> fault.startsWith("faulty.html")), "it does look");
    assertEquals(
        List.of(), faults.stream().filter(fault -> !fault.startsWith("faulty.html")).toList());
  }
}
