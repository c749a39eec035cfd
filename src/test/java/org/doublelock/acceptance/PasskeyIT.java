package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The passkeys of an account, as their owner adds, renames and removes them. */
@AcceptanceTest
@OnPostgresql
class PasskeyIT extends PasskeySteps {

  @Test
  void several_are_added_by_name_and_each_signs_in() {
    addFirst("My <b>laptop</b>");
    JsonObject laptop = device.passkey();
    device.renew();
    add("Security key");
    browser.expectHeading("2FA Settings");
    assertThat(page.getByText("“Security key” now signs you in")).isVisible();
    assertThat(rows()).hasCount(2);
    assertThat(rows().first()).containsText("My <b>laptop</b>");

    signInAgain();
    browser.expectHeading("2FA Settings");
    device.renew();
    device.put(laptop);
    signInAgain();
    browser.expectHeading("2FA Settings");
  }

  @Test
  void one_is_renamed_and_signs_in_as_before() {
    addFirst("Laptop");
    page.getByRole(AriaRole.LINK, named("Rename: Laptop")).click();
    page.getByLabel("New name").fill("Old laptop");
    browser.press("Save");
    assertThat(page.getByText("It is called “Old laptop” now")).isVisible();
    assertThat(rows().first()).containsText("Old laptop");
    signInAgain();
    browser.expectHeading("2FA Settings");
  }

  @Test
  void one_that_was_removed_signs_nobody_in() {
    addFirst("Laptop");
    JsonObject laptop = device.passkey();
    device.renew();
    add("Security key");
    page.getByRole(AriaRole.LINK, named("Remove: Laptop")).click();
    browser.press("Remove");
    browser.expectHeading("2FA Settings");
    assertThat(rows()).hasCount(1);
    device.renew();
    device.put(laptop);
    signInAgain();
    assertThat(page.getByText("no passkey for this account on the device")).isVisible();
    Person.expectSignedOut(browser);
  }

  @Test
  void removing_the_last_one_leaves_the_password_alone() {
    addFirst("Laptop");
    page.getByRole(AriaRole.LINK, named("Remove: Laptop")).click();
    assertThat(page.getByText("It is the only one")).isVisible();
    browser.press("Remove");
    browser.expectHeading("2FA Settings");
    person.signIn();
  }

  @Test
  void what_kept_one_from_being_made_is_told_apart() {
    browser.open("security/passkeys/new");
    browser.press("Create the passkey");
    Person.expectAlert(browser, "Give it a name");
    page.getByLabel("Name of the passkey").press("Enter");
    Person.expectAlert(browser, "Give it a name");
    assertEquals(0, device.count(), "nothing was asked of the device");

    addFirst("Laptop");
    add("The same laptop");
    assertThat(page.getByText("has a passkey of this account already")).isVisible();
    assertThat(page.getByText("Nothing was done")).isHidden();

    page.route(
        "**/security/passkeys/new",
        route -> {
          APIResponse drawn = route.fetch();
          String elsewhere = drawn.text().replace("localhost&#034;,", "lock.example&#034;,");
          route.fulfill(new Route.FulfillOptions().setResponse(drawn).setBody(elsewhere));
        });
    browser.open("security/passkeys/new");
    assertThat(page.getByText("Passkeys do not work at this address")).isVisible();
    assertThat(browser.button("Create the passkey")).hasCount(0);
  }

  @Test
  void none_is_offered_at_an_address(Owner operator) {
    operator.open("security/two-factor");
    operator.expectHeading("2FA Settings");
    assertEquals(0, operator.page().getByText("Add a passkey").count());
    operator.open("security/passkeys/new");
    operator.expectHeading("2FA Settings");
  }

  private Locator rows() {
    return page.locator("section[aria-labelledby=sign-in-heading] tbody tr");
  }
}
