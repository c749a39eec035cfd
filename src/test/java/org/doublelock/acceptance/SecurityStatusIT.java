package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** "Security" tells how each thing stands, the worst first, and what to do about it. */
@AcceptanceTest
@OnAnyDatabase
class SecurityStatusIT {

  private static final String KEY_PASSWORD = "seven quiet otters rowing";

  @Test
  void the_page_tells_what_is_there_and_the_first_steps_tick_themselves_and_go(
      Owner operator, ApiClient api) {
    Owner owner = Person.openedBy(operator).signIn();
    owner.open("security");
    assertThat(lines(owner).first()).containsText("Password only");
    assertThat(line(owner, "API keys")).containsText("No API keys yet.");
    assertThat(line(owner, "Mail")).containsText("None yet");
    assertThat(line(owner, "Browsers")).containsText("One browser signed in");
    assertThat(steps(owner).getByRole(AriaRole.LINK)).hasCount(3);

    TestKey key = owner.createKey("Query funds");
    owner.createKey("Query funds");
    owner.open("security");
    assertThat(line(owner, "API keys")).containsText("2FA on for 0 of 2 keys.");
    assertThat(steps(owner).locator(".done")).hasText("Done: Create an API key");

    owner.switchOnWithPassword(key, KEY_PASSWORD);
    assertEquals("", api.call(key, "Balance").otp(KEY_PASSWORD).send().error());
    owner.open("security");
    assertThat(line(owner, "API keys")).containsText("2FA on for 1 of 2 keys.");
    assertThat(steps(owner)).hasCount(0);
    owner.delete(key);
    owner.open("security");
    assertThat(steps(owner)).hasCount(0);
    owner.page().context().close();
  }

  @Test
  void each_thing_leads_to_its_next_step(Owner operator) {
    Person person = Person.openedBy(operator);
    Owner owner = person.signIn();
    owner.open("security");
    lines(owner).first().getByRole(AriaRole.LINK).click();
    owner.expectHeading("Add a 2FA app");
    person.turnOnSecondFactor(owner);
    owner.open("security");
    assertThat(line(owner, "Sign-in")).containsText("Password and a second factor.");
    assertThat(line(owner, "Recovery codes")).containsText("10 left.");
    assertThat(line(owner, "Recovery codes").locator(".badge")).hasText("In order");
    assertThat(lines(owner).first()).containsText("To do");
    line(owner, "API keys").getByRole(AriaRole.LINK).click();
    owner.expectHeading("2FA Settings");
    owner.page().context().close();
  }

  private static Locator lines(Owner owner) {
    return owner.page().locator(".status > li");
  }

  private static Locator line(Owner owner, String title) {
    return lines(owner)
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    owner
                        .page()
                        .getByRole(
                            AriaRole.HEADING,
                            new com.microsoft.playwright.Page.GetByRoleOptions()
                                .setName(title)
                                .setExact(true))));
  }

  private static Locator steps(Owner owner) {
    return owner.page().locator(".first-steps");
  }
}
