package org.doublelock.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A walk through every page and the states that it can be met in, stopping at each. */
final class Tour {

  private static final String PASSWORD = Secrets.made("seven quiet otters rowing");
  private static final String KEY_PASSWORD = "nine grey geese at low tide";

  private final Page page;
  private final RunningApp app;
  private final Consumer<String> stop;

  Tour(Page page, RunningApp app, Consumer<String> stop) {
    this.page = page;
    this.app = app;
    this.stop = stop;
  }

  /**
   * Walks in that language.
   *
   * @param stop told the name of each state, while the page is in it
   */
  static void walk(Page page, RunningApp app, String language, Consumer<String> stop) {
    Tour tour = new Tour(page, app, stop);
    tour.speak(language);
    tour.strangers();
    tour.byMail(language);
    tour.speak("en");
    TestKey key = Owner.signIn(page, app).createKey("Query funds", "Withdraw");
    tour.pick(language);
    tour.pagesOfEverybody();
    tour.settings();
    tour.keys(key);
    tour.testKey(key);
    tour.wizard(key);
    tour.activity();
    Person newcomer = tour.operator();
    tour.pick("en");
    tour.signOut();
    tour.speak(language);
    tour.newcomer(newcomer);
    tour.speak("en");
    Tour byName = new Tour(page, app.atLocalhost(), stop);
    Owner.signIn(page, byName.app);
    byName.pick(language);
    byName.passkeys();
    byName.pick("en");
    ProviderTour.walk(page, language, stop);
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

  private void strangers() {
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
  private void byMail(String language) {
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

  private void pagesOfEverybody() {
    for (String path :
        List.of(
            "help",
            "help?q=code",
            "help?q=xyzzy",
            "help/two-factor",
            "help/lost-device",
            "help/passkeys",
            "help/identity-provider",
            "help/operators",
            "help/clients",
            "help/errors",
            "help/functions",
            "help/functions/AddOrder",
            "help/functions/public/Depth",
            "no-such-page")) {
      open(path);
      stop.accept(path.replace('/', '-').replace("?q=", "-for-"));
    }
  }

  private void settings() {
    open("security");
    stop.accept("security");
    open("security/two-factor");
    stop.accept("two-factor");
    open("settings");
    stop.accept("settings");
    open("security/password");
    stop.accept("password");
    submitInVain();
    stop.accept("password-refused");
    open("security/mail-address");
    stop.accept("mail-address");
    submitInVain();
    stop.accept("mail-address-refused");
    open("security/sessions");
    stop.accept("sessions");
    open("security/two-factor");
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
    open("api-keys?q=xyzzy");
    stop.accept("keys-none-found");
    open("activity?q=xyzzy");
    stop.accept("activity-no-key-found");
    open("test-a-key?q=xyzzy");
    stop.accept("test-a-key-none-found");
    open("api-keys/new");
    stop.accept("new-key");
    submitInVain();
    stop.accept("new-key-refused");
    page.locator("input[name=description]").fill("Tour " + UUID.randomUUID());
    page.locator("input[name=permission]").first().check();
    submit();
    arriveAt("#secret");
    stop.accept("key-shown-once");
    open("api-keys");
    rowOf(key).locator("a").first().click();
    arriveAt("#description");
    stop.accept("key");
    String keyPage = page.url();
    for (String action : List.of("disable", "delete", "roll")) {
      page.navigate(keyPage + "/" + action);
      stop.accept("key-" + action);
    }
  }

  private void testKey(TestKey key) {
    open("test-a-key");
    stop.accept("test-a-key");
    page.locator("#request").fill("nothing of the kind");
    submitInVain();
    stop.accept("test-a-key-refused");
    page.locator("#key").selectOption(new SelectOption().setLabel(key.description()));
    page.locator("#request")
        .fill(
            String.join(
                "\n",
                "POST /0/private/Balance HTTP/1.1",
                "API-Key: " + key.publicKey(),
                "API-Sign: AAAA",
                "",
                "nonce=" + ApiClient.nextNonce()));
    submit();
    arriveAt("#signature-start");
    stop.accept("test-a-key-report");
  }

  /** Opens an account, finds it, and is about to lock it. */
  private Person operator() {
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
  private void newcomer(Person person) {
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

  private void passkeys() {
    open("security/two-factor");
    stop.accept("two-factor-by-name");
    open("security/passkeys/new");
    page.locator("[data-passkey] button").waitFor();
    stop.accept("passkey-new");
  }

  private void signOut() {
    page.locator("details.account-menu summary").click();
    page.locator("details.account-menu form button").click();
    arriveAt("input[name=userName]");
  }

  private void signIn(String name, String password) {
    page.locator("input[name=userName]").fill(name);
    page.locator("input[name=password]").fill(password);
    submit();
  }

  private void wizard(TestKey key) {
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
    rowOf(key).locator("a[href$='/unlock']").click();
    page.waitForURL("**/unlock");
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

  private Locator switchOf(TestKey key) {
    return rowOf(key).locator("[role=switch]");
  }

  private Locator rowOf(TestKey key) {
    return page.locator("tr", new Page.LocatorOptions().setHasText(key.description()));
  }

  private void choose(String method) {
    page.locator("button[name=method][value=" + method + "]").click();
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
