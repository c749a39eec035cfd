package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Two tabs of one session: what the one took away, an older page in the other gives not back. */
@AcceptanceTest
@OnAnyDatabase
class TwoTabsIT {

  private static final String CHANGED = "changed after you opened this page";

  @Test
  void a_key_that_one_tab_restricted_stays_restricted(Owner first) {
    TestKey key = first.createKey("Query funds", "Withdraw");
    String page = first.openKey(key);
    Owner second = anotherTab(first);
    second.open(page);
    labelled(second, "Withdraw").uncheck();
    second.page().getByText("More limits").click();
    second.page().getByLabel("Addresses it may be used from").fill("192.0.2.1");
    second.press("Save");
    second.expectNotice("was saved");

    first.page().getByLabel("Description").fill(key.description() + " anew");
    first.press("Save");
    Person.expectAlert(first, CHANGED);
    first.expectHeading("Edit “" + key.description() + "”");
    assertThat(first.page().getByLabel("Description")).hasValue(key.description());
    assertThat(labelled(first, "Withdraw")).not().isChecked();
    assertThat(first.page().getByLabel("Addresses it may be used from")).hasValue("192.0.2.1");

    first.page().getByLabel("Description").fill(key.description() + " anew");
    first.press("Save");
    first.expectNotice(key.description() + " anew” was saved");
    second.open(page);
    assertThat(labelled(second, "Withdraw")).not().isChecked();
    assertThat(second.page().getByLabel("Addresses it may be used from")).hasValue("192.0.2.1");
  }

  @Test
  void what_leaves_the_settings_alone_leaves_the_open_page_good(Owner first, ApiClient api) {
    TestKey key = first.createKey("Query funds");
    String page = first.openKey(key);
    assertEquals("", api.call(key, "Balance").send().error());
    Owner second = anotherTab(first);
    second.open(page + "/roll");
    second.press("New secret");
    second.page().locator("#secret").waitFor();
    first.page().getByLabel("Description").fill(key.description() + " anew");
    first.press("Save");
    first.expectNotice("was saved");
  }

  @Test
  void a_page_that_was_refused_for_another_reason_does_not_grow_younger(Owner first) {
    TestKey key = first.createKey("Query funds", "Withdraw");
    String page = first.openKey(key);
    first.page().getByLabel("Description").fill("");
    first.press("Save");
    assertThat(first.page().locator("#description-error")).isVisible();
    Owner second = anotherTab(first);
    second.open(page);
    labelled(second, "Withdraw").uncheck();
    second.press("Save");
    second.expectNotice("was saved");
    first.page().getByLabel("Description").fill(key.description());
    first.press("Save");
    Person.expectAlert(first, CHANGED);
    assertThat(labelled(first, "Withdraw")).not().isChecked();
  }

  @Test
  void a_key_that_one_tab_forbade_to_unlock_stays_forbidden(Owner first) {
    TestKey key = first.createKey("Query funds");
    first.switchOnWithApp(key);
    String page = first.openKey(key) + "/unlock/choice";
    first.open(page);
    Owner second = anotherTab(first);
    second.open(page);
    second.page().locator("#unlock").uncheck();
    second.press("Save");
    second.expectNotice("is saved");

    first.page().locator("#unlockLongest").selectOption("60");
    first.press("Save");
    Person.expectAlert(first, CHANGED);
    assertThat(first.page().locator("#unlock")).not().isChecked();
    first.page().locator("#unlockLongest").selectOption("60");
    first.press("Save");
    first.expectNotice("is saved");
    second.open(page);
    assertThat(second.page().locator("#unlock")).not().isChecked();
    assertThat(second.page().locator("#unlockLongest")).hasValue("60");
  }

  @Test
  void the_last_sign_in_factor_is_not_removed_without_its_warning(Owner operator) {
    Person person = Person.openedBy(operator);
    Owner first = person.signIn();
    person.turnOnSecondFactor(first);
    person.addApp(first, "My tablet");
    first.expectHeading("2FA Settings");
    openRemovalOf(first, "My phone");
    assertThat(first.page().getByText("It is the only one.")).hasCount(0);
    Owner second = anotherTab(first);
    second.open("security/two-factor");
    openRemovalOf(second, "My tablet");
    second.press("Remove");
    second.expectNotice("“My tablet” signs nobody in any more");

    first.press("Remove");
    Person.expectAlert(first, "it is the only one now");
    assertThat(first.page().getByText("It is the only one.")).isVisible();
    Owner other = person.atNewBrowser();
    person.enterPassword(other);
    other.expectHeading("Confirm that it is you");
    first.press("Remove");
    first.expectNotice("2FA at sign-in is off");
    person.enterPassword(other);
    other.expectHeading("2FA Settings");
    other.page().context().close();
    first.page().context().close();
  }

  private static void openRemovalOf(Owner owner, String app) {
    owner
        .page()
        .locator("tr", new Page.LocatorOptions().setHasText(app))
        .locator("a[href$='/removal']")
        .click();
    owner.expectHeading("Remove a 2FA app");
  }

  private static Owner anotherTab(Owner owner) {
    return new Owner(owner.page().context().newPage(), owner.app());
  }

  private static Locator labelled(Owner owner, String label) {
    return owner.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }
}
