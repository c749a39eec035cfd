package org.doublelock.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The real browser, one for the whole run. The build names it in target/chromium.path. */
final class Chromium {

  private static final Path NAMED_BY_THE_BUILD = Path.of("target", "chromium.path");

  /** As root, on a network without a way out. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // the name of the deployment that the documentation makes
          "--host-resolver-rules=MAP keys.example.com 127.0.0.1");

  /**
   * How long a page or an expectation may take, in milliseconds: what a very busy machine needs.
   */
  private static final double TIMEOUT = 45_000;

  private static Browser browser;

  private Chromium() {}

  /** A window without cookies, of someone who reads English. */
  static BrowserContext window() {
    return window(new Browser.NewContextOptions().setLocale("en-GB"));
  }

  /** A window without cookies. */
  static BrowserContext window(Browser.NewContextOptions options) {
    BrowserContext window = open().newContext(options);
    window.setDefaultTimeout(TIMEOUT);
    return window;
  }

  private static synchronized Browser open() {
    if (browser == null) {
      String path = path();
      Playwright playwright =
          path.isEmpty()
              ? Playwright.create()
              : Playwright.create(
                  new Playwright.CreateOptions()
                      .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
      if (!path.isEmpty()) {
        options.setExecutablePath(Path.of(path));
      }
      PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT);
      browser = playwright.chromium().launch(options);
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "chromium-stop"));
    }
    return browser;
  }

  /** Empty where Playwright brings its own. */
  private static String path() {
    try {
      return Files.readString(NAMED_BY_THE_BUILD).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("run src/build/tools/chromium.sh first, as the build does", e);
    }
  }
}
