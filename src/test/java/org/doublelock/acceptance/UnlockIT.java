package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A key is unlocked for a while, so that a program that cannot send a code calls as it did. */
@AcceptanceTest
class UnlockIT {

  private static final String INVALID_SIGNATURE = "EAPI:Invalid signature";

  private static String nextCode(Authenticator app) {
    return app.codeAt(Instant.now().plusSeconds(30));
  }

  private static void refused(ApiAnswer answer) {
    assertEquals(INVALID_SIGNATURE, answer.error());
    assertEquals(Optional.of("otp-missing"), answer.refusal());
  }

  private static ApiAnswer buy(ApiClient api, TestKey key, String volume) {
    return api.call(key, "AddOrder")
        .with("pair", "XBTUSD")
        .with("type", "buy")
        .with("ordertype", "limit")
        .with("price", "37500")
        .with("volume", volume)
        .send();
  }

  @Test
  void the_owner_opens_the_lock_within_bounds_and_closes_it_again(Owner owner, ApiClient api) {
    TestKey key = owner.createKey();
    Authenticator app = owner.switchOnWithApp(key);
    refused(api.call(key, "Balance").send());

    UnlockForm form = UnlockForm.open(owner, key);
    assertThat(owner.page().getByLabel("Withdraw", exact())).not().isChecked();
    assertThat(owner.page().getByLabel("From 127.0.0.1, where this browser is")).isChecked();
    form.length("15 minutes").unlock(nextCode(app));
    owner.expectHeading("2FA Settings");
    assertThat(UnlockForm.row(owner, key)).containsText("Unlocked until");
    assertThat(UnlockForm.row(owner, key)).containsText("from 127.0.0.1");
    assertThat(UnlockForm.row(owner, key)).containsText("0:14:");

    assertEquals("", api.call(key, "Balance").send().error());
    assertEquals("", buy(api, key, "0.001").error());
    refused(api.call(key, "Withdraw").with("asset", "XBT").send());
    refused(api.call(key, "UnlockKey").with("minutes", "60").send());
    assertEquals(
        Optional.of("otp-wrong"),
        api.call(key, "Balance").otp(app.wrongCode()).send().refusal(),
        "a wrong code is wrong under a lease too");

    UnlockForm.lockNow(owner, key);
    refused(api.call(key, "Balance").send());
    assertThat(UnlockForm.row(owner, key)).not().containsText("Unlocked until");

    owner.open("activity/calls?key=&q=" + Owner.inQuery(key.description()));
    owner.page().getByLabel("API key").selectOption(key.description());
    owner.press("Show");
    assertThat(owner.page().getByText("unlocked, but not for this action").first()).isVisible();
    UnlockForm.open(owner, key);
    assertThat(
            owner
                .page()
                .getByLabel("From 127.0.0.1, where the last call with the second factor came from"))
        .isChecked();
    owner.open("activity");
    owner.page().getByLabel("API key").selectOption(key.description());
    owner.press("Show");
    assertThat(owner.page().getByText("An API key was locked again before its time")).isVisible();
    assertThat(owner.page().getByText("2 calls were made")).isVisible();
    assertThat(owner.page().getByText("An API key was unlocked for a while").first()).isVisible();
    assertThat(owner.page().getByText(", from 127.0.0.1, ").first()).isVisible();
  }

  @Test
  void a_terminal_does_the_same_with_signed_calls(Owner owner, ApiClient api) {
    TestKey key = owner.createKey();
    Authenticator app = owner.switchOnWithApp(key);
    refused(api.call(key, "UnlockKey").with("minutes", "15").send());
    for (String[] wrong :
        new String[][] {
          {"minutes", ""},
          {"minutes", "0"},
          {"minutes", "1441"},
          {"minutes", "soon"},
          {"actions", "Nothing"},
          {"actions", "UnlockKey"},
          {"address", "home"},
          {"amount", "-1"},
          {"currency", "EUR"}
        }) {
      ApiClient.Call call =
          api.call(key, "UnlockKey").otp(app.code()).with("minutes", "15").with("amount", "5");
      assertEquals(
          "EGeneral:Invalid arguments:" + wrong[0], call.with(wrong[0], wrong[1]).send().error());
    }
    refused(api.call(key, "Balance").send());

    JsonObject unlocked =
        api.call(key, "UnlockKey")
            .otp(app.code())
            .with("minutes", "15")
            .with("actions", "Balance, AddOrder")
            .with("amount", "100")
            .send()
            .result();
    long until = Long.parseLong(unlocked.getString("unlocked_until"));
    assertTrue(Math.abs(until - Instant.now().getEpochSecond() - 900) < 60, unlocked.toString());
    assertEquals("127.0.0.1", unlocked.getString("unlocked_address"));
    assertEquals("[\"AddOrder\",\"Balance\"]", unlocked.get("unlocked_actions").toString());
    assertEquals("", api.call(key, "Balance").send().error());
    refused(api.call(key, "Ledgers").send());
    JsonObject info = api.call(key, "GetApiKeyInfo").otp(app.code()).send().result();
    assertEquals(unlocked.getString("unlocked_until"), info.getString("unlocked_until"));
    assertEquals("100", info.getString("unlocked_amount"));

    assertEquals("", buy(api, key, "0.002").error());
    refused(buy(api, key, "0.002"));
    assertTrue(
        api.call(key, "LockKey").send().result().getBoolean("was_unlocked"), "without a code");
    refused(api.call(key, "Balance").send());
    assertFalse(
        api.call(key, "GetApiKeyInfo")
            .otp(app.code())
            .send()
            .result()
            .containsKey("unlocked_until"));
    assertFalse(api.call(key, "LockKey").send().result().getBoolean("was_unlocked"));
  }

  @Test
  void only_what_was_ticked_and_only_up_to_an_amount(Owner owner, ApiClient api) {
    TestKey key = owner.createKey();
    Authenticator app = owner.switchOnWithApp(key);
    UnlockForm form = UnlockForm.open(owner, key).length("Until");
    form.anywhere().only("AddOrder").upTo("much").unlock("12");
    assertThat(owner.page().locator("#length-error")).containsText("Choose for how long");
    assertThat(owner.page().locator("#amount-error")).containsText("amount");
    assertThat(owner.page().getByLabel("AddOrder", exact())).isChecked();
    assertThat(owner.page().getByLabel("Balance", exact())).not().isChecked();
    assertThat(owner.page().getByLabel("From anywhere", exact())).isChecked();
    form.length("1 hour").upTo("100").unlock(nextCode(app));
    assertThat(UnlockForm.row(owner, key)).containsText("trading only");
    assertThat(UnlockForm.row(owner, key)).containsText("100 USD left");
    refused(api.call(key, "Balance").send());
    assertEquals("", buy(api, key, "0.002").error());
    assertThat(UnlockForm.row(owner, key)).containsText("25 USD left");
    refused(buy(api, key, "0.001"));
  }

  @Test
  void guessing_at_it_is_bounded_and_counted_with_all_other_guesses(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(key);
    UnlockForm form = UnlockForm.open(owner, key);
    for (int guess = 0; guess < 10; guess++) {
      form.unlock(app.wrongCode());
      assertThat(owner.page().locator("#current-error")).isVisible();
    }
    form.unlock(nextCode(app));
    assertThat(owner.page().locator("#current-error")).containsText("Too many");
    assertThat(UnlockForm.row(owner, key)).not().containsText("Unlocked until");
  }

  @Test
  void a_changed_password_locks_it_again(Owner operator, ApiClient api) {
    Person person = Person.openedBy(operator);
    Owner owner = person.signIn();
    TestKey key = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(key);
    UnlockForm.open(owner, key).unlock(nextCode(app));
    assertEquals("", api.call(key, "Balance").send().error());
    owner.open("security/password");
    owner.page().getByLabel("Your password now").fill(person.password());
    owner.page().locator("#password").fill("eleven brown hens on a wall");
    owner.page().locator("#repeated").fill("eleven brown hens on a wall");
    owner.press("Change password");
    owner.expectHeading("Security");
    refused(api.call(key, "Balance").send());
  }

  @Test
  void testing_a_key_shows_that_it_is_unlocked_for_the_call(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds", "Query ledger");
    Authenticator app = owner.switchOnWithApp(key);
    UnlockForm form = UnlockForm.open(owner, key);
    assertThat(owner.page().getByLabel("AddOrder", exact())).hasCount(0);
    form.only("Balance").unlock(nextCode(app));
    owner.expectHeading("2FA Settings");
    assertThat(tested(owner, key, api, "Balance")).containsText("unlocked for this call");
    assertThat(tested(owner, key, api, "Ledgers")).containsText("but not for this action");
  }

  private static com.microsoft.playwright.Locator tested(
      Owner owner, TestKey key, ApiClient api, String function) {
    ApiClient.Call call = api.call(key, function);
    owner.open("test-a-key?q=" + Owner.inQuery(key.description()));
    owner
        .page()
        .locator("#request")
        .fill(
            String.join(
                "\n",
                "POST /0/private/" + function + " HTTP/1.1",
                "API-Key: " + key.publicKey(),
                "API-Sign: " + call.rightSignature(),
                "",
                new String(call.signedBody(), java.nio.charset.StandardCharsets.UTF_8)));
    owner.press("Test");
    return owner
        .page()
        .getByRole(AriaRole.ROW)
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("6. "));
  }

  @Test
  void all_of_it_works_without_script(RunningApp app, ApiClient api) {
    try (BrowserContext context =
        Chromium.window(
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"))) {
      Owner owner = Owner.signIn(context.newPage(), app);
      TestKey key = owner.createKey("Query funds");
      Authenticator phone = owner.switchOnWithApp(key);
      UnlockForm form = UnlockForm.open(owner, key).length("Until");
      assertThat(owner.page().getByText("In UTC, such as 16:40.")).isVisible();
      owner
          .page()
          .getByLabel("Time of day")
          .fill(Instant.now().plusSeconds(1800).toString().substring(11, 16));
      form.unlock(nextCode(phone));
      assertThat(UnlockForm.row(owner, key)).containsText("0:2");
      assertEquals("", api.call(key, "Balance").send().error());
      UnlockForm.lockNow(owner, key);
      refused(api.call(key, "Balance").send());
    }
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
