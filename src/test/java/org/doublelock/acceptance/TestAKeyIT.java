package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** "Test a key" tells what a call would be told, and nothing comes of it. */
@AcceptanceTest
@OnAnyDatabase
class TestAKeyIT {

  private static final String PATH = "/0/private/Balance";

  @Test
  void a_right_request_passes_and_its_nonce_is_still_good(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    String nonce = ApiClient.nextNonce();
    paste(owner, key, raw(key, "nonce=" + nonce, nonce));
    for (int check = 1; check <= 10; check++) {
      expect(owner, check, "passed");
    }
    expect(owner, 11, "not reached");
    String sign = ApiClient.sign(key.secret(), PATH, nonce, bytes("nonce=" + nonce));
    assertThat(owner.page().locator("#signature-start")).hasText(sign.substring(0, 8) + "…");
    assertThat(owner.page().locator("#signed")).hasText(nonce + "nonce=" + nonce);
    assertTrue(!owner.page().content().contains(key.secret()));
    assertThat(owner.page().getByText("Your browser’s clock")).isVisible();
    assertEquals("", api.call(key, "Balance").nonce(nonce).send().error());
    paste(owner, key, raw(key, "nonce=" + nonce, nonce));
    expect(owner, 6, "passed");
    expect(owner, 7, "failed");
    assertThat(owner.page().locator("p[role=status]")).containsText("EAPI:Invalid nonce");
    assertThat(owner.page().locator("#last-nonce")).hasText(nonce);
  }

  @Test
  void a_wrong_signature_is_told_from_a_curl_command(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    paste(
        owner,
        key,
        "curl -H 'API-Key: "
            + key.publicKey()
            + "' \\\n -H 'API-Sign: AAAA' -d nonce=5 http://a"
            + PATH);
    expect(owner, 3, "passed");
    expect(owner, 4, "failed");
    expect(owner, 5, "not reached");
  }

  @Test
  void a_right_signature_in_the_wrong_writing_is_told_from_powershell(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    String nonce = ApiClient.nextNonce();
    byte[] sign =
        Base64.getDecoder()
            .decode(ApiClient.sign(key.secret(), PATH, nonce, bytes("nonce=" + nonce)));
    paste(
        owner,
        key,
        "Invoke-WebRequest -UseBasicParsing -Uri \"http://a"
            + PATH
            + "\" `\n-Method \"POST\" `\n-Headers @{\n\"API-Key\"=\""
            + key.publicKey()
            + "\"\n\"API-Sign\"=\""
            + HexFormat.of().formatHex(sign)
            + "\"\n} `\n-Body \"nonce="
            + nonce
            + "\"");
    expect(owner, 3, "passed");
    expect(owner, 4, "failed");
    assertThat(owner.page().locator("#signature-hint")).containsText("written in hex");
    assertThat(owner.page().locator("#signature-hint")).containsText("Its bytes begin right");
  }

  @Test
  void a_missing_code_is_told_from_the_form(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    owner.switchOnWithApp(key);
    String nonce = ApiClient.nextNonce();
    choose(owner, key);
    owner.page().getByText("Fill in a form instead").click();
    owner.page().locator("#function").fill("Balance");
    owner.page().locator("#body").fill("nonce=" + nonce);
    owner
        .page()
        .locator("#apiSign")
        .fill(ApiClient.sign(key.secret(), PATH, nonce, bytes("nonce=" + nonce)));
    owner.press("Test");
    expect(owner, 6, "failed");
    assertThat(row(owner, 6)).containsText("body field otp");
  }

  /** The same secret is guessed at all doors, so they count together. */
  @Test
  void wrong_codes_count_as_in_calls_and_lock_the_key_at_every_door(Owner owner, ApiClient api) {
    TestKey key = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(key);
    String nonce = ApiClient.nextNonce();
    for (int guess = 0; guess < 4; guess++) {
      paste(owner, key, raw(key, "nonce=" + nonce + "&otp=" + app.wrongCode(), nonce));
      expect(owner, 6, "failed");
      assertEquals("otp-wrong", guess(api, key, app.wrongCode()));
    }
    owner.switchOf(key).click();
    for (int guess = 0; guess < 2; guess++) {
      owner.page().locator("#current").fill(app.wrongCode());
      owner.press("Switch off");
      assertThat(owner.page().locator("#current-error")).containsText("That is not right");
    }
    owner.page().locator("#current").fill(app.codeAt(Instant.now().plusSeconds(30)));
    owner.press("Switch off");
    assertThat(owner.page().locator("#current-error")).containsText("Too many wrong attempts");
    assertEquals("otp-locked", guess(api, key, app.code()));
    paste(owner, key, raw(key, "nonce=" + nonce + "&otp=" + app.code(), nonce));
    expect(owner, 5, "failed");
    owner.open("activity");
    Locator told = owner.page().locator("tbody tr").filter(hasText(key.description()));
    assertThat(told.filter(hasText("locked out after too many wrong codes"))).hasCount(1);
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static String guess(ApiClient api, TestKey key, String otp) {
    return api.call(key, "Balance").otp(otp).send().refusal().orElse("");
  }

  @Test
  void another_accounts_key_is_not_found(Owner operator) {
    TestKey key = operator.createKey("Query funds");
    choose(operator, key);
    String id = operator.page().locator("#key").inputValue();
    Owner stranger = Person.openedBy(operator).signIn();
    stranger.createKey("Query funds");
    assertEquals(404, stranger.page().navigate(address(stranger, id)).status());
    stranger.open("test-a-key");
    stranger.page().locator("#key option").first().evaluate("(it, id) => it.value = id", id);
    stranger.page().locator("#request").fill("POST " + PATH);
    Response answer =
        stranger.page().waitForResponse("**/test-a-key", () -> stranger.press("Test"));
    assertEquals(404, answer.status());
    stranger.page().context().close();
  }

  @Test
  void a_confirmation_in_between_loses_nothing_that_was_pasted(Owner operator, ApiClient api) {
    Person person = Person.openedBy(operator);
    Owner before = person.signIn();
    TestKey key = before.createKey("Query funds");
    Owner elsewhere = person.signIn();
    Person.SecondFactor factor = person.turnOnSecondFactor(elsewhere);
    elsewhere.page().context().close();

    String nonce = ApiClient.nextNonce();
    String request = raw(key, "nonce=" + nonce, nonce);
    paste(before, key, request);
    Locator confirmation = before.page().getByLabel("Code from your app, or a recovery code");
    assertThat(confirmation).isFocused();
    assertThat(before.page().locator("#request")).hasValue(request);
    assertThat(before.page().locator("tbody tr")).hasCount(0);
    confirmation.fill(factor.app().wrongCode());
    before.press("Test");
    Person.expectAlert(before, "not right");
    assertThat(before.page().locator("tbody tr")).hasCount(0);
    confirmation.fill(factor.recoveryCodes().get(0));
    before.press("Test");
    expect(before, 10, "passed");
    assertThat(confirmation).hasCount(0);
    assertEquals("", api.call(key, "Balance").nonce(nonce).send().error(), "nothing was spent");
    before.page().context().close();
  }

  @Test
  void garbage_is_named_beside_the_field(Owner owner) {
    TestKey key = owner.createKey("Query funds");
    paste(owner, key, "nothing of the kind");
    assertThat(owner.page().getByRole(AriaRole.ALERT)).containsText("neither an HTTP request");
  }

  private static String address(Owner owner, String key) {
    return owner.app().page("test-a-key?key=" + key).toString();
  }

  private static void choose(Owner owner, TestKey key) {
    owner.open("security");
    owner
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Test a key").setExact(true))
        .click();
    owner.expectHeading("Test a key");
    owner.page().locator("#key").selectOption(new SelectOption().setLabel(key.description()));
  }

  private static void paste(Owner owner, TestKey key, String request) {
    choose(owner, key);
    owner.page().locator("#request").fill(request);
    owner.press("Test");
  }

  private static String raw(TestKey key, String body, String nonce) {
    return String.join(
        "\n",
        "POST " + PATH + " HTTP/1.1",
        "API-Key: " + key.publicKey(),
        "API-Sign: " + ApiClient.sign(key.secret(), PATH, nonce, bytes(body)),
        "",
        body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Locator row(Owner owner, int check) {
    return owner.page().locator("tbody tr").nth(check - 1);
  }

  private static void expect(Owner owner, int check, String state) {
    assertThat(row(owner, check).locator(".badge")).hasText(state);
  }
}
