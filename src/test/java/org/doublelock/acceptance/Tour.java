package org.doublelock.acceptance;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/** A walk through every page and the states that it can be met in, stopping at each. */
final class Tour {

  private Tour() {}

  /**
   * Walks in that language.
   *
   * @param stop told the name of each state, while the page is in it
   */
  static void walk(Page page, RunningApp app, String language, Consumer<String> stop) {
    TourSteps steps = new TourSteps(page, app, stop);
    SignedOutTour signedOut = new SignedOutTour(page, app, stop);
    steps.speak(language);
    signedOut.pages();
    signedOut.byMail(language);
    steps.speak("en");
    TestKey key = Owner.signIn(page, app).createKey("Query funds", "Withdraw");
    steps.pick(language);
    HolderTour holder = new HolderTour(page, app, stop);
    holder.pagesOfEverybody();
    holder.settings();
    holder.keys(key);
    holder.testKey(key);
    new WizardTour(page, app, stop).wizard(key);
    holder.activity();
    OperatorTour operator = new OperatorTour(page, app, stop);
    Person newcomer = operator.operator();
    steps.pick("en");
    steps.signOut();
    steps.speak(language);
    operator.newcomer(newcomer);
    steps.speak("en");
    HolderTour byName = new HolderTour(page, app.atLocalhost(), stop);
    Owner.signIn(page, byName.app);
    byName.pick(language);
    byName.passkeys();
    byName.pick("en");
    ProviderTour.walk(page, language, stop);
  }
}
