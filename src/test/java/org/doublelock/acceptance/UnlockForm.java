package org.doublelock.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** "Unlock for a while" as its owner fills it in. */
record UnlockForm(Owner owner, TestKey key) {

  /** Opens it from the key's row in 2FA Settings. */
  static UnlockForm open(Owner owner, TestKey key) {
    owner.switchOf(key);
    owner
        .page()
        .getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("Unlock for a while: " + key.description()))
        .click();
    owner.expectHeading("Unlock for a while");
    return new UnlockForm(owner, key);
  }

  UnlockForm length(String words) {
    return check(words);
  }

  UnlockForm anywhere() {
    return check("From anywhere");
  }

  /** For these actions and no others. */
  UnlockForm only(String... actions) {
    Locator ticked = owner.page().locator("input[name=action]:checked");
    while (ticked.count() > 0) {
      ticked.first().uncheck();
    }
    for (String action : actions) {
      check(action);
    }
    return this;
  }

  UnlockForm upTo(String amount) {
    owner.page().getByLabel("Up to how much").fill(amount);
    return this;
  }

  /** Sends it with the key's code or password. */
  void unlock(String current) {
    owner.page().locator("#current").fill(current);
    owner.press("Unlock");
  }

  /** What the key's row says about it, on the settings page, which this opens. */
  static Locator row(Owner owner, TestKey key) {
    owner.switchOf(key);
    return owner
        .page()
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText(key.description()));
  }

  static void lockNow(Owner owner, TestKey key) {
    owner.switchOf(key);
    owner.press("Lock now: " + key.description());
  }

  private UnlockForm check(String label) {
    owner.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
    return this;
  }
}
