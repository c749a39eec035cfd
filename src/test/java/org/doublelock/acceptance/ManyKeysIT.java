package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long list of keys is paged and searched, and the way back leads to where the person was. */
@AcceptanceTest
class ManyKeysIT {

  private static final int KEYS = 12;

  @OnAnyDatabase
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_place_in_a_long_list_is_kept(boolean script) {
    try (BrowserContext context =
        Chromium.window(
            new Browser.NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(script))) {
      Page page = context.newPage();
      Owner owner = Owner.signIn(page, RunningApp.shared());
      String fleet = "fleet" + UUID.randomUUID().toString().substring(0, 8);
      for (int number = 1; number <= KEYS; number++) {
        create(owner, fleet + " " + number);
      }

      owner.open("security/two-factor");
      page.getByLabel("Search your keys").last().fill(fleet.toUpperCase(java.util.Locale.ROOT));
      owner.press("Search");
      assertThat(page.getByText("12 keys with")).isVisible();
      page.getByRole(AriaRole.LINK, named("Next")).click();
      assertThat(page.locator("main tbody th").last()).containsText(fleet + " 1");
      assertThat(page.getByText("Page 2 of 2")).isVisible();

      page.getByRole(
              AriaRole.SWITCH,
              new Page.GetByRoleOptions().setName("Two-factor authentication for " + fleet + " 2"))
          .click();
      owner.press("Password");
      page.getByLabel("New password for this key").fill("seven quiet otters rowing");
      page.getByLabel("The same password again").fill("seven quiet otters rowing");
      owner.press("Confirm");
      owner.press("Confirm");
      owner.expectHeading("Congratulations");
      page.getByRole(AriaRole.LINK, named("Back to 2FA Settings")).click();
      assertThat(page.getByText("Page 2 of 2")).isVisible();
      Locator on =
          page.getByRole(
              AriaRole.SWITCH,
              new Page.GetByRoleOptions().setName("Two-factor authentication for " + fleet + " 2"));
      assertThat(on).hasAttribute("aria-checked", "true");
      on.click();
      page.locator("#current").fill("seven quiet otters rowing");
      owner.press("Switch off");
      assertThat(page.getByText("Page 2 of 2")).isVisible();
      assertThat(on).hasAttribute("aria-checked", "false");

      owner.open("api-keys?q=" + fleet + "&page=2");
      page.getByRole(AriaRole.LINK, named(fleet + " 1")).click();
      page.getByLabel("Description").fill(fleet + " one");
      owner.press("Save");
      assertThat(page.getByText("Page 2 of 2")).isVisible();
      assertThat(page.locator("main tbody th").last()).containsText(fleet + " one");
      assertTrue(page.url().endsWith("/api-keys?q=" + fleet + "&page=2"), page.url());
    }
  }

  @OnAnyDatabase
  @Test
  void picking_a_language_or_a_theme_keeps_the_page_and_the_search(Owner owner) {
    Page page = owner.page();
    String fleet = "fleet" + UUID.randomUUID().toString().substring(0, 8);
    for (int number = 1; number <= KEYS; number++) {
      create(owner, fleet + " & co " + number);
    }
    String place = "/api-keys?q=" + fleet + "+%26+co&page=2";
    owner.open(place.substring(1));
    owner.press("Nederlands");
    assertThat(page.getByText("Pagina 2 van 2")).isVisible();
    owner.press("Donker");
    assertThat(page.getByText("Pagina 2 van 2")).isVisible();
    owner.press("Zoals het systeem");
    owner.press("English");
    assertThat(page.getByText("Page 2 of 2")).isVisible();
    assertTrue(page.url().endsWith(place), page.url());
  }

  @ParameterizedTest
  @ValueSource(strings = {"activity", "activity/calls", "test-a-key"})
  void few_of_many_keys_are_offered_and_the_others_are_searched_for(String path, Owner owner) {
    Page page = owner.page();
    String fleet = "fleet" + UUID.randomUUID().toString().substring(0, 8);
    for (int number = 1; number <= KEYS; number++) {
      create(owner, fleet + " " + number);
    }
    Locator old =
        page.locator("#key option").filter(new Locator.FilterOptions().setHasText(fleet + " 2"));
    owner.open(path);
    assertThat(old).hasCount(0);
    page.locator("main #q").fill(fleet + " 2");
    page.locator("main #q").press("Enter");
    assertThat(old).hasCount(1);
    page.locator("main #q").fill("no key is called so");
    page.locator("main #q").press("Enter");
    assertThat(page.getByText("No key has “no key is called so”")).isVisible();
  }

  @OnAnyDatabase
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_search_loses_nothing_that_was_pasted_to_be_tested(boolean byReturnKey, Owner owner) {
    Page page = owner.page();
    String fleet = "fleet" + UUID.randomUUID().toString().substring(0, 8);
    for (int number = 1; number <= KEYS; number++) {
      create(owner, fleet + " " + number);
    }
    owner.open("test-a-key");
    page.locator("#request").fill("nothing of the kind");
    page.getByText("Fill in a form instead").click();
    page.locator("#function").fill("Balance");
    page.locator("#q").fill(fleet + " 2");
    if (byReturnKey) {
      page.locator("#q").press("Enter");
    } else {
      owner.press("Search");
    }
    assertThat(page.getByText("One key with")).isVisible();
    assertThat(page.locator("#key option")).hasText(new String[] {fleet + " 2"});
    assertThat(page.locator("#request")).hasValue("nothing of the kind");
    assertThat(page.locator("#function")).hasValue("Balance");
    page.locator("#function").press("Enter");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("neither an HTTP request");
    assertThat(page.locator("#key option")).hasText(new String[] {fleet + " 2"});
    owner.press("Show all keys");
    assertThat(page.locator("#q")).hasValue("");
    assertThat(page.locator("#request")).hasValue("nothing of the kind");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static void create(Owner owner, String description) {
    owner.open("api-keys/new");
    owner.page().getByLabel("Description").fill(description);
    owner.page().locator("input[name=permission]").first().check();
    owner.press("Create key");
    owner.page().locator("#secret").waitFor();
  }
}
