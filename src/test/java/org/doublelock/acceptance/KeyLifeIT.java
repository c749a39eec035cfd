package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an owner changes about a key holds for the very next call. */
@AcceptanceTest
class KeyLifeIT {

  private static final String INVALID_SIGNATURE = "EAPI:Invalid signature";
  private static final String INVALID_NONCE = "EAPI:Invalid nonce";
  private static final String INVALID_KEY = "EAPI:Invalid key";
  private static final String DENIED = "EGeneral:Permission denied";

  @Test
  void a_permission_that_is_taken_away_is_gone_at_once(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds", "Query ledger");
    assertEquals("", api.call(key, "Ledgers").send().error());
    edit(owner, key);
    owner.page().getByLabel("Query ledger", exactly()).uncheck();
    owner.press("Save");
    owner.expectNotice("was saved");
    assertEquals(DENIED, api.call(key, "Ledgers").send().error());
    assertEquals("", api.call(key, "Balance").send().error());
  }

  @Test
  void a_disabled_key_works_again_once_enabled(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    owner.disable(key);
    assertEquals(INVALID_KEY, api.call(key, "Balance").send().error());
    act(owner, key, "Enable");
    owner.press("Enable");
    owner.expectNotice("is enabled again");
    assertEquals("", api.call(key, "Balance").send().error());
  }

  @Test
  void a_new_secret_takes_the_old_ones_place_at_once(Owner owner, ApiClient api) {
    TestKey old = owner.createKey("Query funds");
    assertEquals("", api.call(old, "Balance").send().error());
    TestKey rolled = roll(owner, old, "It stops at once");
    assertNotEquals(old.secret(), rolled.secret());
    assertEquals(old.publicKey(), rolled.publicKey());
    assertEquals(INVALID_SIGNATURE, api.call(old, "Balance").send().error());
    assertEquals("", api.call(rolled, "Balance").send().error());
  }

  @Test
  void both_secrets_are_valid_during_an_overlap(Owner owner, ApiClient api) {
    TestKey old = owner.createKey("Query funds");
    TestKey rolled = roll(owner, old, "One hour");
    assertEquals("", api.call(old, "Balance").send().error());
    assertEquals("", api.call(rolled, "Balance").send().error());
    assertEquals("", api.call(old, "Balance").send().error());
    edit(owner, old);
    assertThat(owner.page().getByText("The previous secret still signs until")).isVisible();
    act(owner, old, "New secret");
    assertThat(owner.page().getByText("A new secret ends it at once")).isVisible();
  }

  @Test
  void rolling_keeps_the_second_factor(Owner owner, ApiClient api) {
    TestKey old = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(old);
    TestKey rolled = roll(owner, old, "It stops at once");
    assertEquals(INVALID_SIGNATURE, api.call(rolled, "Balance").send().error());
    assertEquals("", api.call(rolled, "Balance").otp(app.code()).send().error());
  }

  @Test
  void a_nonce_window_lets_late_calls_in_once_each(Owner owner, ApiClient api) {
    TestKey key =
        owner.createKey(
            List.of("Query funds"),
            () -> {
              owner.page().getByText("More limits").click();
              owner.page().getByLabel("Nonce window").fill("10");
            });
    assertEquals("", api.call(key, "Balance").nonce("1000").send().error());
    assertEquals("", api.call(key, "Balance").nonce("995").send().error());
    assertEquals(INVALID_NONCE, api.call(key, "Balance").nonce("995").send().error());
    assertEquals(INVALID_NONCE, api.call(key, "Balance").nonce("1000").send().error());
    assertEquals("", api.call(key, "Balance").nonce("990").send().error());
    assertEquals(INVALID_NONCE, api.call(key, "Balance").nonce("989").send().error());
    assertEquals("", api.call(key, "Balance").nonce("1005").send().error());
    assertEquals(INVALID_NONCE, api.call(key, "Balance").nonce("994").send().error());

    edit(owner, key);
    owner.page().getByLabel("Nonce window").fill("500");
    owner.press("Save");
    assertEquals(INVALID_NONCE, api.call(key, "Balance").nonce("999").send().error());
    assertEquals("", api.call(key, "Balance").nonce("1006").send().error());
  }

  @Test
  void the_limits_of_a_key_are_shown_again_as_they_were_entered(Owner owner) {
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    Page page = owner.page();
    TestKey key =
        owner.createKey(
            List.of("Query funds"),
            () -> {
              page.getByText("More limits").click();
              page.locator("#addresses").fill("127.0.0.1\n2001:db8::1/32, 10.1.2.3/8");
              page.locator("#expires").fill(day);
              page.locator("#queryFrom").fill("2026-01-01");
              page.locator("#queryTo").fill(day);
            });
    edit(owner, key);
    assertThat(page.locator("#addresses")).hasValue("127.0.0.1\n2001:db8::/32\n10.0.0.0/8");
    assertThat(page.locator("#expires")).hasValue(day);
    assertThat(page.locator("#queryFrom")).hasValue("2026-01-01");
    assertThat(page.locator("#queryTo")).hasValue(day);
  }

  @Test
  void history_outside_the_days_a_key_may_query_is_not_shown(Owner owner, ApiClient api) {
    TestKey all = owner.createKey("Query ledger");
    TestKey past =
        owner.createKey(
            List.of("Query ledger"),
            () -> {
              owner.page().getByText("More limits").click();
              owner.page().locator("#queryTo").fill("2026-01-01");
            });
    assertTrue(api.call(all, "Ledgers").send().result().getInt("count") > 0);
    assertEquals(0, api.call(past, "Ledgers").send().result().getInt("count"));
  }

  @Test
  void get_api_key_info_tells_a_program_about_its_key(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(key);
    ApiAnswer answer = api.call(key, "GetApiKeyInfo").otp(app.code()).send();
    assertEquals(key.description(), answer.result().getString("api_key_name"));
    assertEquals(key.publicKey(), answer.result().getString("api_key"));
    assertTrue(answer.text().contains("totp"), answer.text());
  }

  private static TestKey roll(Owner owner, TestKey key, String overlap) {
    act(owner, key, "New secret");
    owner.page().getByLabel(overlap).check();
    owner.press("New secret");
    owner.expectHeading("“" + key.description() + "” has a new secret");
    return key.withSecret(owner.page().locator("#secret").textContent().strip());
  }

  private static void edit(Owner owner, TestKey key) {
    owner.open("api-keys");
    owner
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(key.description()))
        .click();
    owner.expectHeading("Edit “" + key.description() + "”");
  }

  private static void act(Owner owner, TestKey key, String action) {
    edit(owner, key);
    Locator link =
        owner
            .page()
            .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(action).setExact(true));
    link.click();
    owner.page().waitForLoadState();
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
