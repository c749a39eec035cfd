package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where there is nothing to list yet, the page says what to do next. */
@AcceptanceTest
@OnAnyDatabase
class EmptyPagesIT {

  @ParameterizedTest
  @CsvSource({
    "security/two-factor, Create API key, Create API key",
    "api-keys, Create API key, Create API key",
    "test-a-key, Create API key, Create API key",
    "activity/calls, Create API key, Create API key",
  })
  void a_new_account_is_led_to_its_first_key(
      String path, String link, String heading, Owner operator) {
    Owner newcomer = Person.openedBy(operator).signIn();
    newcomer.open(path);
    Locator empty = newcomer.page().locator(".empty");
    assertThat(empty).isVisible();
    empty.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link)).click();
    newcomer.expectHeading(heading);
    newcomer.page().context().close();
  }

  @Test
  void a_key_without_calls_is_led_to_its_first_call(Owner operator) {
    Owner newcomer = Person.openedBy(operator).signIn();
    newcomer.createKey("Query funds");
    newcomer.open("activity/calls");
    Locator empty = newcomer.page().locator(".empty");
    empty
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("For client authors"))
        .click();
    newcomer.expectHeading("For client authors");
    newcomer.page().context().close();
  }

  @Test
  void a_filter_that_leaves_nothing_can_be_taken_off(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    owner.open("activity/calls");
    Page page = owner.page();
    page.locator("select[name=key]").selectOption(new SelectOption().setLabel(key.description()));
    page.locator("main form .btn").first().click();
    assertThat(page.locator(".empty")).isVisible();
    page.locator(".empty a").first().click();
    assertThat(page.locator("select[name=key]")).hasValue("");
  }
}
