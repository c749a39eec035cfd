package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in their list and on their pages: how they stand, and what they began with. */
@AcceptanceTest
@OnAnyDatabase
class KeyPagesIT {

  private static final String KEY_PASSWORD = "seven quiet otters rowing";

  @Test
  void the_list_and_the_keys_page_show_its_second_factor_and_switch_it(Owner owner) {
    Page page = owner.page();
    TestKey key = owner.createKey("Query funds");
    owner.open("api-keys?q=" + Owner.inQuery(key.description()));
    page.getByRole(AriaRole.SWITCH).click();
    owner.expectHeading("Choose how to confirm");
    owner.switchOnWithPassword(key, KEY_PASSWORD);
    owner.open("api-keys?q=" + Owner.inQuery(key.description()));
    Locator row = page.locator("main tbody tr");
    assertThat(row).containsText("Password");
    assertThat(row).containsText("since");
    assertThat(row.getByRole(AriaRole.SWITCH)).hasAttribute("aria-checked", "true");
    row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(key.description())).click();
    Locator facts = page.locator("main dl").first();
    assertThat(facts.getByRole(AriaRole.SWITCH)).hasAttribute("aria-checked", "true");
    assertThat(facts).containsText("Read only");
    facts.getByRole(AriaRole.SWITCH).click();
    owner.expectHeading("Switch two-factor authentication off");
  }

  @Test
  void permissions_are_told_in_short_and_withdrawals_are_marked(Owner owner) {
    assertAccess(owner, owner.createKey(), "Full access Withdrawals");
    assertAccess(owner, owner.createKey("Query funds", "Query ledger"), "Read only");
    assertAccess(owner, owner.createKey("Query funds", "Modify orders"), "2 of 11");
    assertAccess(owner, owner.createKey("Query funds", "Withdraw"), "2 of 11 Withdrawals");
  }

  private static void assertAccess(Owner owner, TestKey key, String expected) {
    owner.open("api-keys?q=" + Owner.inQuery(key.description()));
    assertThat(owner.page().locator("main tbody td").first()).hasText(expected);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_new_key_can_begin_with_a_preset(boolean script) {
    try (BrowserContext context =
        Chromium.window(
            new Browser.NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(script))) {
      Page page = context.newPage();
      Owner owner = Owner.signIn(page, RunningApp.shared());
      String description = "Preset " + UUID.randomUUID();
      owner.open("api-keys/new");
      page.getByLabel("Description").fill(description);
      owner.press("Full access");
      assertThat(page.locator("input[name=permission]:not(:checked)")).hasCount(0);
      owner.press("Trading, no withdrawals");
      assertThat(page.locator("input[name=permission]:not(:checked)")).hasCount(1);
      assertThat(page.getByLabel("Withdraw", exactly())).not().isChecked();
      owner.press("Read only");
      assertThat(page.getByLabel("Modify orders", exactly())).not().isChecked();
      assertThat(page.getByLabel("Query ledger", exactly())).isChecked();
      assertThat(page.getByLabel("Description")).hasValue(description);
      page.getByLabel("Description").press("Enter");
      owner.expectHeading("“" + description + "” was created");
    }
  }

  @Test
  void a_long_list_is_narrowed_and_sorted_and_the_place_is_kept(Owner operator) {
    Owner owner = Person.openedBy(operator).signIn();
    Page page = owner.page();
    TestKey on = owner.createKey("Query funds");
    owner.switchOnWithPassword(on, KEY_PASSWORD);
    for (int made = 0; made < 11; made++) {
      owner.createKey("Query funds");
    }
    owner.open("api-keys");
    page.getByLabel("Two-factor authentication", exactly()).selectOption("On");
    owner.press("Search");
    assertThat(page.locator("main tbody th")).hasCount(1);
    assertThat(page.locator("main tbody th")).containsText(on.description());
    page.getByLabel("Two-factor authentication", exactly()).selectOption("Off");
    page.getByLabel("Order", exactly()).selectOption("By name");
    owner.press("Search");
    assertThat(page.locator("main tbody th")).hasCount(10);
    assertEquals(
        page.locator("main tbody th bdi").allTextContents().stream().sorted().toList(),
        page.locator("main tbody th bdi").allTextContents());
    page.getByRole(AriaRole.LINK, link("Next")).click();
    assertThat(page.locator("main tbody th")).hasCount(1);
    page.locator("main tbody th a").click();
    page.getByRole(AriaRole.LINK, link("Cancel")).click();
    assertTrue(page.url().endsWith("/api-keys?factor=off&order=name&page=2"), page.url());
    page.context().close();
  }

  @Test
  void a_secret_is_kept_before_the_way_goes_on_to_the_keys_wizard(Owner owner) {
    Page page = owner.page();
    TestKey key = owner.createKey("Query funds");
    String file =
        URLDecoder.decode(
            page.getByText("Download as text").getAttribute("href"), StandardCharsets.UTF_8);
    assertTrue(file.contains(key.publicKey()) && file.endsWith("Secret: " + key.secret() + "\n"));
    owner.press("Set up 2FA for this key");
    owner.expectHeading("“" + key.description() + "” was created");
    assertThat(page.getByLabel("I have kept the secret")).isFocused();
    page.getByLabel("I have kept the secret").check();
    owner.press("Set up 2FA for this key");
    owner.expectHeading("Choose how to confirm");
    assertThat(page.locator(".steps")).containsText(key.description());
  }

  private static Page.GetByRoleOptions link(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
