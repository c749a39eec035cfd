package org.doublelock.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.UUID;
import java.util.function.Consumer;

/** The pages of who is not signed in, and those that mails lead to. */
final class SignedOutTour extends TourSteps {

  private static final String KEY_PASSWORD = "nine grey geese at low tide";

  SignedOutTour(Page page, RunningApp app, Consumer<String> stop) {
    super(page, app, stop);
  }

  void pages() {
    open("sign-in");
    stop.accept("sign-in");
    page.locator("input[name=userName]").fill("nobody");
    page.locator("input[name=password]").fill("not the password");
    submitInVain();
    stop.accept("sign-in-refused");
    open("register");
    stop.accept("register");
    submitInVain();
    stop.accept("register-refused");
    page.locator("#address").fill("tour-" + UUID.randomUUID() + "@example.com");
    submit();
    page.waitForURL("**/register/sent");
    stop.accept("register-sent");
    open("forgotten-password");
    stop.accept("forgotten-password");
    open("register/confirm?token=no-such-token");
    stop.accept("link-over");
    open("freeze?token=no-such-token");
    stop.accept("freeze-over");
  }

  /** An account of its own, with all that its holder is asked and told by mail. */
  void byMail(String language) {
    Mailbox mailbox = Mailbox.anew();
    open("register");
    page.locator("#address").fill(mailbox.address());
    submit();
    page.waitForURL("**/register/sent");
    page.navigate(mailbox.await(0).link("register/confirm"));
    stop.accept("register-confirm");
    submitInVain();
    stop.accept("register-confirm-refused");
    page.locator("#password").fill(PASSWORD);
    page.locator("#repeated").fill(PASSWORD);
    submit();
    page.waitForURL("**/sign-in");
    stop.accept("register-done");
    open("forgotten-password");
    page.locator("#userName").fill(mailbox.address());
    submit();
    page.waitForURL("**/forgotten-password/sent");
    stop.accept("forgotten-password-sent");
    page.navigate(mailbox.awaitLink("forgotten-password/confirm"));
    stop.accept("forgotten-password-confirm");

    open("sign-in");
    signIn(mailbox.address(), PASSWORD);
    arriveAt(".account-menu");
    Mailbox next = Mailbox.anew();
    open("security/mail-address");
    page.locator("#address").fill(next.address());
    submit();
    arriveAt("main [role=status]");
    stop.accept("mail-address-sent");
    page.navigate(next.await(0).link("mail-address/confirm"));
    stop.accept("mail-address-confirm");

    speak("en");
    Owner owner = new Owner(page, app);
    TestKey key = owner.createKey("Query funds");
    owner.switchOnWithPassword(key, KEY_PASSWORD);
    owner.switchOf(key).click();
    page.locator("a[href$='/removal/lost']").click();
    page.waitForURL("**/lost");
    submitDangerously();
    arriveAt("main [role=status]");
    speak(language);
    page.navigate(mailbox.awaitLink("stop"));
    stop.accept("stop");
    submit();
    page.locator("main form")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    stop.accept("stopped");
    page.navigate(mailbox.awaitLink("freeze"));
    stop.accept("freeze");
    submitDangerously();
    page.locator("main form")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    stop.accept("frozen");
  }
}
