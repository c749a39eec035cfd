package org.doublelock.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A walk through every page and the states that it can be met in, stopping at each. */
final class Tour {

  static final List<String> THEMES = List.of("paper", "night", "contrast");
  static final List<String> LANGUAGES = List.of("en", "nl");

  private static final String PASSWORD = "seven quiet otters rowing";

  private final Page page;
  private final RunningApp app;
  private final Consumer<String> stop;

  private Tour(Page page, RunningApp app, Consumer<String> stop) {
    this.page = page;
    this.app = app;
    this.stop = stop;
  }

  /**
   * Walks in that look.
   *
   * @param stop told the name of each state, while the page is in it
   */
  static void walk(
      Page page, RunningApp app, String theme, String language, Consumer<String> stop) {
    Tour tour = new Tour(page, app, stop);
    tour.dress("doublelock-theme", theme);
    tour.dress("doublelock-language", language);
    tour.strangers();
    tour.dress("doublelock-language", "en");
    TestKey key = Owner.signIn(page, app).createKey("Query funds", "Withdraw");
    tour.dress("doublelock-language", language);
    tour.pagesOfEverybody();
    tour.settings();
    tour.keys(key);
    tour.wizard(key);
    tour.activity();
  }

  private void dress(String cookie, String value) {
    BrowserContext context = page.context();
    context.addCookies(List.of(new Cookie(cookie, value).setUrl(app.base().toString())));
  }

  private void strangers() {
    open("sign-in");
    stop.accept("sign-in");
    page.locator("input[name=userName]").fill("nobody");
    page.locator("input[name=password]").fill("not the password");
    submit();
    stop.accept("sign-in-refused");
  }

  private void pagesOfEverybody() {
    for (String path : List.of("help", "help/clients", "no-such-page")) {
      open(path);
      stop.accept(path.replace('/', '-'));
    }
  }

  private void settings() {
    open("security");
    stop.accept("security");
    open("security/two-factor");
    stop.accept("two-factor");
    page.locator("details.account-menu summary").click();
    stop.accept("account-menu");
  }

  private void activity() {
    for (String path : List.of("activity", "activity/calls", "activity/calls?before=0-0")) {
      open(path);
      stop.accept(path.replace('/', '-').replace("?before=0-0", "-empty"));
    }
  }

  private void keys(TestKey key) {
    open("api-keys");
    stop.accept("keys");
    open("api-keys/new");
    stop.accept("new-key");
    submit();
    stop.accept("new-key-refused");
    page.locator("input[name=description]").fill("Tour " + UUID.randomUUID());
    page.locator("input[name=permission]").first().check();
    submit();
    page.locator("#secret").waitFor();
    stop.accept("key-shown-once");
    open("api-keys");
    rowOf(key).locator("a").first().click();
    stop.accept("key");
    String keyPage = page.url();
    for (String action : List.of("disable", "delete", "roll")) {
      page.navigate(keyPage + "/" + action);
      stop.accept("key-" + action);
    }
  }

  private void wizard(TestKey key) {
    open("security/two-factor");
    switchOf(key).click();
    stop.accept("wizard-1-choose");
    String first = page.url();
    choose("totp");
    page.locator("svg.qr").waitFor();
    page.locator("main details summary").first().click();
    stop.accept("wizard-2-app");
    page.locator("input[name=code]").fill("12");
    submit();
    stop.accept("wizard-2-app-refused");
    page.navigate(first);
    choose("password");
    stop.accept("wizard-2-password");
    page.locator("input[name=password]").fill(PASSWORD);
    page.locator("input[name=repeated]").fill(PASSWORD);
    submit();
    page.locator("input[type=checkbox]").first().waitFor();
    stop.accept("wizard-3-actions");
    submit();
    page.waitForURL("**/done");
    stop.accept("wizard-congratulations");
    open("security/two-factor");
    switchOf(key).click();
    stop.accept("switch-off");
  }

  private Locator switchOf(TestKey key) {
    return rowOf(key).locator("[role=switch]");
  }

  private Locator rowOf(TestKey key) {
    return page.locator("tr", new Page.LocatorOptions().setHasText(key.description()));
  }

  private void choose(String method) {
    page.locator("button[name=method][value=" + method + "]").click();
  }

  /** Presses the page's main button. */
  private void submit() {
    page.locator("main form .btn-primary").first().click();
  }

  private void open(String path) {
    page.navigate(app.page(path).toString());
  }
}
