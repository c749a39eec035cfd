package org.doublelock.acceptance;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What there is to see more where people sign in with an identity provider, but for the page that
 * leads on to it by itself. This provider is away.
 */
final class ProviderTour {

  private ProviderTour() {}

  /** As {@link Tour#walk}, in an application of its own. */
  static void walk(Page page, String language, Consumer<String> stop) {
    int port = AppProcess.freePort();
    Map<String, String> settings = new HashMap<>(TestDatabase.configured().settings());
    settings.put("doublelock.public-url", "http://localhost:" + port);
    settings.put("doublelock.operator.accounts", RunningApp.USER_NAME);
    settings.put("doublelock.identity.issuer", "http://127.0.0.1:" + AppProcess.freePort());
    settings.put("doublelock.identity.client-id", "doublelock");
    settings.put("doublelock.identity.client-secret", "a secret of the tests, no more");
    settings.put("doublelock.identity.name", "Example");
    settings.put("doublelock.identity.local-passwords", "operators");
    AppProcess process = AppProcess.with(settings).launchOn(port);
    process.requireReady();
    try (RunningApp app = RunningApp.of(process).atLocalhost()) {
      TourSteps tour = new TourSteps(page, app, stop);
      stranger(tour, page, language, stop);
      tour.speak("en");
      Owner.signIn(page, app);
      tour.pick(language);
      holder(tour, stop);
      operator(tour, page, stop);
    }
  }

  private static void stranger(TourSteps tour, Page page, String language, Consumer<String> stop) {
    tour.speak(language);
    tour.open("sign-in");
    stop.accept("provider-sign-in");
    page.locator("form[action='/sign-in/provider'] button").click();
    tour.arriveAt("main [role=alert]");
    stop.accept("provider-away");
  }

  private static void holder(TourSteps tour, Consumer<String> stop) {
    tour.open("security");
    stop.accept("provider-security");
    tour.open("security/provider");
    stop.accept("provider-link");
    tour.submitInVain();
    stop.accept("provider-link-refused");
  }

  private static void operator(TourSteps tour, Page page, Consumer<String> stop) {
    String name = "tour-" + UUID.randomUUID();
    tour.open("operator/accounts/new");
    stop.accept("provider-new");
    page.locator("input[name=userName]").fill(name);
    tour.submit();
    tour.arriveAt("#given-password");
    stop.accept("provider-opened");
    tour.open("operator/accounts");
    page.locator("#account").fill(name);
    tour.submit();
    tour.arriveAt("dl");
    stop.accept("provider-operator-account");
    page.locator("a[href$='/admit']").click();
    tour.arriveAt("#reason");
    stop.accept("provider-admit");
    page.locator("#reason").fill("for the tour alone");
    tour.submitDangerously();
    tour.arriveAt("main [role=status]");
    stop.accept("provider-admitted");
  }
}
