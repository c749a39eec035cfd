package org.doublelock.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.function.Consumer;

/** What each part of a {@link Tour} does on its way, and whom it tells of each stop. */
class TourSteps {

  static final String PASSWORD = Secrets.made("seven quiet otters rowing");

  final Page page;
  final RunningApp app;
  final Consumer<String> stop;

  TourSteps(Page page, RunningApp app, Consumer<String> stop) {
    this.page = page;
    this.app = app;
    this.stop = stop;
  }

  /** As a stranger who has picked the language before. */
  void speak(String language) {
    Cookie picked = new Cookie("doublelock-language", language).setUrl(app.base().toString());
    page.context().addCookies(List.of(picked));
  }

  /** As a person does who is signed in, whose choice stays with the account. */
  void pick(String language) {
    open("security");
    page.locator("button[name=language][value=" + language + "]").click();
    page.locator("button[value=" + language + "][aria-pressed=true]").waitFor();
  }

  void signIn(String name, String password) {
    page.locator("input[name=userName]").fill(name);
    page.locator("input[name=password]").fill(password);
    submit();
  }

  void signOut() {
    page.locator("details.account-menu summary").click();
    page.locator("details.account-menu form button").click();
    arriveAt("input[name=userName]");
  }

  Locator switchOf(TestKey key) {
    return rowOf(key).locator("[role=switch]");
  }

  Locator rowOf(TestKey key) {
    return page.locator("tr", new Page.LocatorOptions().setHasText(key.description()));
  }

  /** Presses the page's main button, and waits for what is wrong to be said. */
  void submitInVain() {
    submit();
    arriveAt("main [role=alert]");
  }

  /** Waits for the page that has this, styles and all. */
  void arriveAt(String selector) {
    page.locator(selector).first().waitFor();
    page.waitForLoadState();
  }

  /** Presses the page's main button. */
  void submit() {
    page.locator("main form .btn-primary").first().click();
  }

  /** Presses the page's main button where that takes something away. */
  void submitDangerously() {
    page.locator("main form .btn-danger").first().click();
  }

  void open(String path) {
    page.navigate(app.page(path).toString());
  }
}
