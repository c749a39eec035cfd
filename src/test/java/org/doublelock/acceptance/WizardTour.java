package org.doublelock.acceptance;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/** Switching a key's 2FA on, unlocking it for a while, and switching it off. */
final class WizardTour extends TourSteps {

  WizardTour(Page page, RunningApp app, Consumer<String> stop) {
    super(page, app, stop);
  }

  void wizard(TestKey key) {
    open("security/two-factor");
    switchOf(key).click();
    arriveAt(".choices");
    stop.accept("wizard-1-choose");
    String first = page.url();
    choose("totp");
    arriveAt("svg.qr");
    page.locator("main details summary").first().click();
    stop.accept("wizard-2-app");
    page.locator("input[name=code]").fill("12");
    submitInVain();
    stop.accept("wizard-2-app-refused");
    page.navigate(first);
    choose("password");
    arriveAt("input[name=repeated]");
    stop.accept("wizard-2-password");
    page.locator("input[name=password]").fill(PASSWORD);
    page.locator("input[name=repeated]").fill(PASSWORD);
    submit();
    arriveAt("main details");
    stop.accept("wizard-3-actions");
    page.locator("main details summary").first().click();
    stop.accept("wizard-3-actions-unfolded");
    submit();
    page.waitForURL("**/done");
    stop.accept("wizard-congratulations");
    unlocking(key);
    open("security/two-factor");
    switchOf(key).click();
    arriveAt("#current");
    stop.accept("switch-off");
    page.locator("a[href$='/removal/lost']").click();
    page.waitForURL("**/lost");
    stop.accept("switch-off-lost");
    submitDangerously();
    page.waitForURL("**/two-factor");
    stop.accept("two-factor-switching-off");
  }

  /** A key with a password has to be allowed to be unlocked first. */
  private void unlocking(TestKey key) {
    open("security/two-factor");
    open(rowOf(key).locator("th a").getAttribute("href").substring(1) + "/unlock");
    stop.accept("unlock-not-allowed");
    page.locator("main a[href$='/unlock/choice']").click();
    arriveAt("#unlockLongest");
    stop.accept("unlock-choice");
    page.locator("#unlock").check();
    submit();
    page.waitForURL("**/two-factor");
    rowOf(key).locator("a[href$='/unlock']").click();
    arriveAt("#current");
    stop.accept("unlock");
    submitInVain();
    stop.accept("unlock-refused");
    page.locator("#current").fill(PASSWORD);
    submit();
    page.waitForURL("**/two-factor");
    stop.accept("two-factor-unlocked");
    rowOf(key).locator("form[action$='/unlock/end'] button").click();
    arriveAt("main [role=status]");
  }

  private void choose(String method) {
    page.locator("button[name=method][value=" + method + "]").click();
  }
}
