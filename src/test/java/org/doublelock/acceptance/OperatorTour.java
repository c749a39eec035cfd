package org.doublelock.acceptance;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** An operator's pages, and those of the account that was opened there. */
final class OperatorTour extends TourSteps {

  OperatorTour(Page page, RunningApp app, Consumer<String> stop) {
    super(page, app, stop);
  }

  /** Opens an account, finds it, and is about to lock it. */
  Person operator() {
    open("operator/accounts/new");
    stop.accept("operator-new-account");
    String name = "tour-" + UUID.randomUUID();
    page.locator("input[name=userName]").fill(name);
    submit();
    arriveAt("#given-password");
    String password = page.locator("#given-password").textContent().strip();
    stop.accept("operator-account-opened");
    open("operator/accounts");
    stop.accept("operator-accounts");
    page.locator("#account").fill("nobody-of-that-name");
    submitInVain();
    stop.accept("operator-accounts-none-found");
    page.locator("#account").fill(name);
    submit();
    arriveAt("dl");
    stop.accept("operator-account");
    page.locator("a[href$='/lock']").click();
    arriveAt("#reason");
    stop.accept("operator-lock");
    submitDangerously();
    arriveAt("main [role=alert]");
    stop.accept("operator-lock-refused");
    page.locator("#reason").fill("for the tour alone");
    submitDangerously();
    arriveAt("a[href$='/unlock']");
    stop.accept("operator-account-locked");
    page.locator("a[href$='/unlock']").click();
    arriveAt("#reason");
    stop.accept("operator-unlock");
    page.locator("#reason").fill("for the tour alone");
    submit();
    arriveAt("a[href$='/lock']");
    return new Person(app, name, password);
  }

  /** An account of its own: nothing in it yet, and then a second factor to sign in with. */
  void newcomer(Person person) {
    signIn(person.name(), person.password());
    arriveAt(".account-menu");
    open("security");
    stop.accept("security-first-steps");
    for (String path : List.of("security/two-factor", "api-keys", "test-a-key", "activity/calls")) {
      open(path);
      page.locator(".empty").waitFor();
      stop.accept(path.replace('/', '-') + "-empty");
    }
    open("security/authenticators/new");
    stop.accept("authenticator-1-name");
    page.locator("input[name=name]").fill("My phone");
    submit();
    arriveAt("svg.qr");
    stop.accept("authenticator-2-code");
    page.locator("input[name=code]")
        .fill(new Authenticator(page.locator("#setup-key").textContent()).code());
    submit();
    arriveAt("#recovery-codes");
    stop.accept("recovery-codes-once");
    submitInVain();
    stop.accept("recovery-codes-once-refused");
    page.locator("#kept").check();
    submit();
    page.waitForURL("**/two-factor");
    stop.accept("two-factor-with-sign-in-app");
    String removal = page.locator("a[href$='/removal']").first().getAttribute("href");
    open(page.locator("a[href$='/name']").first().getAttribute("href").substring(1));
    stop.accept("authenticator-name");
    open(removal.substring(1));
    stop.accept("authenticator-removal");
    open("security/recovery-codes");
    stop.accept("recovery-codes");
    signOut();
    signIn(person.name(), person.password());
    arriveAt("input[name=code]");
    stop.accept("sign-in-factor");
    page.locator("input[name=code]").fill("12");
    submitInVain();
    stop.accept("sign-in-factor-refused");
  }
}
