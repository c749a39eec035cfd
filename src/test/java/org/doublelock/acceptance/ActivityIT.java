package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the owner reads about keys and calls, and the caller is not told. */
@AcceptanceTest
class ActivityIT {

  private static final String INVALID_SIGNATURE = "EAPI:Invalid signature";

  @Test
  void the_owner_can_tell_a_missing_code_from_a_bad_signature(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(key);
    TestKey forged = key.withSecret(owner.createKey("Query funds").secret());
    assertEquals(INVALID_SIGNATURE, api.call(key, "Balance").send().error());
    assertEquals(INVALID_SIGNATURE, api.call(forged, "Balance").send().error());
    assertEquals("", api.call(key, "Balance").otp(app.code()).send().error());
    calls(owner, key);
    awaitRows(owner, 3);
    assertThat(rows(owner))
        .containsText(
            new String[] {
              "Accepted", "The signature was wrong.", "The code or password (otp) was missing."
            });
    owner.page().getByLabel("Outcome").selectOption("Refused");
    owner.press("Show");
    assertThat(rows(owner)).hasCount(2);
  }

  @Test
  void what_happened_to_a_key_is_told_in_words(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(key);
    owner.switchOff(key, app.codeAt(Instant.now().plusSeconds(30)));
    owner.disable(key);
    owner.page().locator(".account-menu summary").click();
    owner
        .page()
        .getByLabel("Account menu")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Activity"))
        .click();
    owner.page().getByLabel("API key").selectOption(key.description());
    owner.press("Show");
    assertThat(rows(owner))
        .containsText(
            new String[] {
              "An API key was disabled",
              "2FA was switched off for an API key",
              "2FA was switched on for an API key",
              "An API key was created"
            });
    assertThat(rows(owner).first()).containsText("127.0.0.1");
  }

  /** Two functions in turn, as a program does that knows no pause. */
  @Test
  void calls_that_are_alike_are_one_row_and_each_is_in_the_file(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    for (int call = 0; call < 15; call++) {
      String function = call % 2 == 0 ? "Ledgers" : "TradesHistory";
      assertEquals("EGeneral:Permission denied", api.call(key, function).send().error());
    }
    calls(owner, key);
    assertThat(rows(owner)).containsText(new String[] {"Ledgers × 8", "TradesHistory × 7"});
    assertThat(rows(owner).first()).containsText("Just now");
    List<String> lines = csv(owner);
    assertEquals("time_utc,description,key,function,address,outcome,calls", lines.get(0));
    assertEquals(16, lines.size());
    assertTrue(lines.get(1).endsWith(",Ledgers,127.0.0.1,no-permission,1"), lines.get(1));
    assertTrue(lines.get(1).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,.*"), lines.get(1));
    assertThat(owner.page().locator("#export-hint")).containsText("1,000,000 rows");
  }

  @Test
  void calls_are_paged(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    for (int call = 0; call < 15; call++) {
      assertEquals("EGeneral:Unknown method", api.call(key, "Nothing" + call).send().error());
    }
    calls(owner, key);
    assertThat(rows(owner)).hasCount(10);
    owner.page().getByText("Older").click();
    assertThat(rows(owner)).hasCount(5);
    owner.page().getByText("Newest").click();
    assertThat(rows(owner)).hasCount(10);
  }

  @Test
  void a_refused_call_leads_to_its_help_and_to_a_test_of_its_key(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    api.call(key, "Ledgers").send();
    calls(owner, key);
    owner.page().setViewportSize(1280, 900);
    Locator cells = rows(owner).first().locator("td");
    assertTrue(
        (boolean)
            cells
                .first()
                .evaluate(
                    "cell => [...cell.children].every(it => it.scrollWidth <= cell.clientWidth)"),
        "the time keeps to its column");
    Locator row = rows(owner).first();
    row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Help with this")).click();
    assertTrue(owner.page().url().endsWith("/help/errors#permission-denied"), owner.page().url());
    calls(owner, key);
    row.getByText("Test this key").click();
    owner.expectHeading("Test a key");
    assertThat(owner.page().locator("#key option:checked")).hasText(key.description());
  }

  @Test
  void a_keys_page_draws_its_calls(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    api.call(key, "Ledgers").send();
    owner.open("api-keys");
    owner
        .page()
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText(key.description()))
        .getByRole(AriaRole.LINK)
        .first()
        .click();
    assertThat(owner.page().locator("figure.call-chart").first())
        .containsText("Last 24 hours: 0 calls accepted, 1 refused");
    assertThat(owner.page().locator("figure.call-chart svg rect.refused")).hasCount(2);
    Locator chart = owner.page().locator("figure.call-chart").first();
    assertThat(chart.locator(".most")).hasText("1");
    assertThat(chart.locator(".plot time")).hasCount(2);
    assertThat(chart.locator(".legend li")).hasText(new String[] {"Accepted", "Refused"});
    assertThat(chart.locator("rect.refused")).hasAttribute("fill", "url(#hatch-calls.last-day)");
    owner.page().getByText("See every call of this key").click();
    assertThat(rows(owner)).hasCount(1);
  }

  @Test
  void another_accounts_activity_is_not_shown(Owner owner, ApiClient api) {
    Owner other = Person.openedBy(owner).signIn();
    TestKey key = owner.createKey("Query funds");
    api.call(key, "Ledgers").send();
    calls(owner, key);
    String filtered = owner.page().url();
    assertThat(rows(owner)).hasCount(1);
    other.page().navigate(filtered);
    assertThat(other.page().getByText("Nothing fits this choice.")).isVisible();
    APIResponse file =
        other.page().context().request().get(filtered.replace("/calls?", "/calls.csv?"));
    assertEquals(1, file.text().lines().count());
    assertFalse(file.text().contains(key.publicKey()));
  }

  @Test
  void the_owner_reads_about_sign_ins_good_and_bad(Owner owner) {
    Person person = Person.openedBy(owner);
    person.enterPassword(person.atNewBrowser(), "not the password");
    Owner browser = person.signIn();
    browser.open("activity");
    assertThat(rows(browser))
        .containsText(
            new String[] {
              "Signed in from a browser that was new",
              "A sign-in was refused",
              "The account was opened"
            });
    browser.page().locator(".account-menu summary").click();
    browser.press("Sign out");
    person.enterPassword(browser);
    browser.expectHeading("2FA Settings");
    browser.open("activity");
    assertThat(rows(browser).nth(0)).containsText("Signed in");
    assertThat(rows(browser).nth(1)).containsText("Signed out");
    browser.page().context().close();
  }

  private static List<String> csv(Owner owner) {
    String path = owner.page().getByText("Download as CSV").getAttribute("href").substring(1);
    APIResponse file = owner.page().context().request().get(owner.app().page(path).toString());
    assertTrue(file.headers().get("content-type").startsWith("text/csv"));
    return file.text().lines().toList();
  }

  private static void calls(Owner owner, TestKey key) {
    owner.open("activity/calls");
    owner.page().getByLabel("API key").selectOption(key.description());
    owner.press("Show");
    owner.page().waitForURL(address -> address.contains("/activity/calls?"));
  }

  /** Accepted calls come into the log a moment later. */
  private static void awaitRows(Owner owner, int rows) {
    owner
        .page()
        .waitForCondition(
            () -> {
              owner.page().reload();
              return rows(owner).count() == rows;
            },
            new Page.WaitForConditionOptions().setTimeout(20_000));
  }

  private static Locator rows(Owner owner) {
    return owner.page().locator("tbody tr");
  }
}
