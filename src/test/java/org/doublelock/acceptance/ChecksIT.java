package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the protocol's table of checks, by a program that has only HTTP. */
@AcceptanceTest
class ChecksIT {

  private static final String ARGUMENTS = "EGeneral:Invalid arguments";
  private static final String KEY = "EAPI:Invalid key";
  private static final String NONCE = "EAPI:Invalid nonce";
  private static final String SIGNATURE = "EAPI:Invalid signature";

  private static ApiClient api;
  private static TestKey key;

  @BeforeAll
  static void create_a_key(Owner owner, ApiClient client) {
    api = client;
    key = owner.createKey();
  }

  private static void assertPerformed(ApiAnswer answer) {
    assertEquals("", answer.error(), answer.text());
    assertEquals(200, answer.status());
  }

  private static void assertRefused(String error, ApiAnswer answer) {
    assertAll(
        () -> assertEquals(error, answer.error()),
        () -> assertEquals(200, answer.status()),
        () -> assertEquals(1, answer.json().size(), "an error and nothing else"),
        () -> assertEquals(Optional.of("no-store"), answer.headers().firstValue("Cache-Control")),
        () ->
            assertEquals(
                Optional.of("application/json"), answer.headers().firstValue("Content-Type")));
  }

  @Test
  void performs_a_call_that_passes_every_check() {
    ApiAnswer answer = api.call(key, "Balance").send();
    assertPerformed(answer);
    assertTrue(answer.result().containsKey("ZUSD"), answer.text());
  }

  @Test
  void accepts_the_published_call_signed_with_the_keys_own_secret(Owner owner) {
    TestKey fresh = owner.createKey("Modify orders");
    ApiAnswer answer =
        api.call(fresh, PublishedCall.FUNCTION)
            .body(PublishedCall.NONCE, PublishedCall.BODY)
            .send();
    // the signature was right; whether the account can pay for the order is the function's affair
    assertTrue(answer.error().isEmpty() || answer.error().startsWith("EOrder:"), answer.text());
  }

  @Test
  void refuses_the_published_signature_for_a_key_that_has_another_secret() {
    assertRefused(
        SIGNATURE,
        api.call(key, PublishedCall.FUNCTION)
            .body(PublishedCall.NONCE, PublishedCall.BODY)
            .signature(PublishedCall.SIGNATURE)
            .send());
  }

  /** Row 1. */
  @Nested
  class TheBody {

    @Test
    void is_read_up_to_its_limit() {
      String nonce = ApiClient.nextNonce();
      String start = "nonce=" + nonce + "&filler=";
      assertPerformed(
          api.call(key, "Balance")
              .body(nonce, start + "x".repeat(64 * 1024 - start.length()))
              .send());
    }

    @Test
    void is_refused_beyond_its_limit() {
      String nonce = ApiClient.nextNonce();
      String start = "nonce=" + nonce + "&filler=";
      assertRefused(
          ARGUMENTS,
          api.call(key, "Balance")
              .body(nonce, start + "x".repeat(64 * 1024 - start.length() + 1))
              .send());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{",
          "[]",
          "null",
          "7",
          "{\"nonce\":\"1\",\"nonce\":\"2\"}",
          "{\"otp\":\"1\",\"otp\":\"1\"}",
        })
    void is_refused_as_json_that_is_no_plain_object(String json) {
      assertRefused(ARGUMENTS, api.call(key, "Balance").json("1", json).send());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "nonce=%s&nonce=%s",
          "nonce=%s&nonce=1",
          "nonce=1&nonce=%s",
          "nonce=%s&otp=123456&otp=654321",
          "nonce=%s&otp=&otp=123456",
          "nonce=%s&%%6Eonce=%s"
        })
    void is_refused_with_a_repeated_nonce_or_otp(String pattern) {
      String nonce = ApiClient.nextNonce();
      assertRefused(
          ARGUMENTS, api.call(key, "Balance").body(nonce, pattern.formatted(nonce, nonce)).send());
    }

    @Test
    void is_refused_as_another_kind_of_content() {
      String nonce = ApiClient.nextNonce();
      assertRefused(
          ARGUMENTS,
          api.call(key, "Balance")
              .body(nonce, "nonce=" + nonce)
              .header("Content-Type", "text/plain")
              .send());
    }

    @Test
    void may_be_json_with_a_nonce_in_text_or_as_a_number() {
      String text = ApiClient.nextNonce();
      assertPerformed(api.call(key, "Balance").json(text, "{\"nonce\":\"" + text + "\"}").send());
      String number = ApiClient.nextNonce();
      assertPerformed(api.call(key, "Balance").json(number, "{\"nonce\":" + number + "}").send());
    }

    @Test
    void may_come_with_a_charset_or_without_a_type() {
      assertPerformed(
          api.call(key, "Balance")
              .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
              .send());
      assertPerformed(api.call(key, "Balance").withoutHeader("Content-Type").send());
    }
  }

  /** Row 2. */
  @Nested
  class TheKey {

    @Test
    void is_refused_when_missing() {
      assertRefused(KEY, api.call(key, "Balance").withoutHeader("API-Key").send());
    }

    @Test
    void is_refused_when_unknown() {
      TestKey unknown = key.withPublicKey("A".repeat(56));
      assertRefused(KEY, api.call(unknown, "Balance").send());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "'; drop table api_key; --", "%00", "a\u0009b"})
    void is_refused_when_it_has_another_form(String text) {
      assertRefused(KEY, api.call(key, "Balance").header("API-Key", text).send());
    }

    @Test
    void is_refused_when_disabled(Owner owner) {
      TestKey disabled = owner.createKey("Query funds");
      assertPerformed(api.call(disabled, "Balance").send());
      owner.disable(disabled);
      assertRefused(KEY, api.call(disabled, "Balance").send());
    }

    @Test
    void is_refused_when_deleted(Owner owner) {
      TestKey deleted = owner.createKey("Query funds");
      assertPerformed(api.call(deleted, "Balance").send());
      owner.delete(deleted);
      assertRefused(KEY, api.call(deleted, "Balance").send());
    }

    @Test
    void is_refused_from_an_address_that_is_not_on_its_list(Owner owner) {
      TestKey elsewhere = keyFor(owner, "203.0.113.0/24\n2001:db8::/32");
      assertRefused(KEY, api.call(elsewhere, "Balance").send());
      assertRefused(
          KEY, api.call(elsewhere, "Balance").header("X-Forwarded-For", "203.0.113.7").send());
    }

    @Test
    void is_accepted_from_an_address_on_its_list(Owner owner) {
      assertPerformed(api.call(keyFor(owner, "127.0.0.0/8"), "Balance").send());
    }

    private TestKey keyFor(Owner owner, String addresses) {
      return owner.createKey(
          List.of("Query funds"),
          () -> {
            owner.page().getByText("More limits: addresses, dates, nonce window").click();
            owner.page().getByLabel("Addresses it may be used from").fill(addresses);
          });
    }

    @Test
    void is_looked_at_before_the_nonce_and_the_signature() {
      TestKey unknown = key.withPublicKey("A".repeat(56));
      assertRefused(KEY, api.call(unknown, "Balance").without("nonce").signature("x").send());
    }
  }

  /** Row 3. */
  @Nested
  class TheFormOfTheNonce {

    @Test
    void is_refused_when_missing() {
      assertRefused(NONCE, api.call(key, "Balance").without("nonce").send());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "-1",
          "+1",
          "1e9",
          "1.0",
          "0x10",
          " 1",
          "1 ",
          "18446744073709551616",
          "99999999999999999999999",
          "１２３",
          "٣",
          "nonce"
        })
    void is_refused_when_it_is_no_unsigned_64_bit_decimal(String nonce) {
      assertRefused(NONCE, api.call(key, "Balance").nonce(nonce).send());
    }

    @Test
    void reaches_from_1_to_the_last_of_64_bits(Owner owner) {
      TestKey fresh = owner.createKey("Query funds");
      for (String nonce :
          List.of(
              "1", "007", "9223372036854775807", "9223372036854775808", "18446744073709551615")) {
        assertPerformed(api.call(fresh, "Balance").nonce(nonce).send());
      }
      assertRefused(NONCE, api.call(fresh, "Balance").nonce("18446744073709551615").send());
      assertRefused(NONCE, api.call(fresh, "Balance").nonce("9223372036854775808").send());
    }

    /** A key that was never used stands at 0, and a nonce has to be higher than where it stands. */
    @Test
    void may_be_0_but_is_never_fresh_then(Owner owner) {
      TestKey fresh = owner.createKey("Query funds");
      assertRefused(NONCE, api.call(fresh, "Balance").nonce("0").send());
      assertRefused(SIGNATURE, api.call(fresh, "Balance").nonce("0").signature("x").send());
    }

    @Test
    void is_not_looked_for_in_the_query_or_a_header() {
      String nonce = ApiClient.nextNonce();
      assertRefused(
          NONCE,
          api.call(key, "Balance")
              .without("nonce")
              .header("nonce", nonce)
              .sentTo("/0/private/Balance?nonce=" + nonce)
              .send());
    }
  }

  /** Row 4. */
  @Nested
  class TheSignature {

    @Test
    void is_refused_when_missing() {
      assertRefused(SIGNATURE, api.call(key, "Balance").withoutHeader("API-Sign").send());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "====", "AAAA", "ÿ", "0123456789abcdef"})
    void is_refused_when_it_is_none(String signature) {
      assertRefused(SIGNATURE, api.call(key, "Balance").signature(signature).send());
    }

    @Test
    void is_refused_with_any_bit_flipped() {
      for (int bit : new int[] {0, 7, 255, 511}) {
        ApiClient.Call call = api.call(key, "Balance");
        byte[] signature = Base64.getDecoder().decode(call.rightSignature());
        signature[bit / 8] ^= (byte) (1 << bit % 8);
        String flipped = Base64.getEncoder().encodeToString(signature);
        assertRefused(SIGNATURE, call.signature(flipped).send());
      }
    }

    @Test
    void is_refused_truncated_doubled_or_in_hex() {
      ApiClient.Call call = api.call(key, "Balance");
      String right = call.rightSignature();
      String hex = java.util.HexFormat.of().formatHex(Base64.getDecoder().decode(right));
      for (String bent : List.of(right.substring(0, 44), right + right, hex)) {
        assertRefused(SIGNATURE, call.signature(bent).send());
      }
      assertPerformed(call.signature(right).send());
    }

    @Test
    void covers_the_body() {
      String nonce = ApiClient.nextNonce();
      assertRefused(
          SIGNATURE,
          api.call(key, "Balance")
              .body(nonce, "nonce=" + nonce + "&a=1")
              .tamperedBody("nonce=" + nonce + "&a=2")
              .send());
    }

    @Test
    void covers_the_function() {
      assertRefused(SIGNATURE, api.call(key, "Balance").sentTo("/0/private/Ledgers").send());
    }

    @Test
    void is_refused_when_made_with_another_keys_secret(Owner owner) {
      TestKey other = owner.createKey("Query funds");
      assertRefused(SIGNATURE, api.call(key.withSecret(other.secret()), "Balance").send());
    }

    @Test
    void does_not_cover_the_query_from_which_nothing_is_read() {
      assertPerformed(
          api.call(key, "Balance").sentTo("/0/private/Balance?otp=1&nonce=2&asset=x").send());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/0/private/Balance;x=1",
          "/0/private/Balance/",
          "/0//private/Balance",
          "/0/%70rivate/Balance",
          "/0/private/%42alance",
          "/0/private/./Balance"
        })
    void holds_for_no_other_spelling_of_the_path(String path) {
      ApiAnswer sent = api.call(key, "Balance").sentTo(path).send();
      ApiAnswer signed = api.call(key, "Balance").sentAndSignedTo(path).send();
      for (ApiAnswer answer : List.of(sent, signed)) {
        assertTrue(answer.status() != 200 || !answer.error().isEmpty(), answer.text());
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void is_good_for_a_post_only(String method) {
      ApiClient.Call call = api.call(key, "Balance").method(method);
      int status = call.send().status();
      // a server may refuse a GET with a body before anybody looks at it
      assertTrue(status == 405 || status == 400, status + " " + method);
      assertPerformed(call.method("POST").send());
    }

    @Test
    void tells_nothing_about_a_second_factor_when_wrong(Owner owner) {
      TestKey locked = owner.createKey("Query funds");
      Authenticator app = owner.switchOnWithApp(locked);
      for (TestKey probed : List.of(key, locked)) {
        ApiAnswer answer = api.call(probed, "Balance").otp(app.wrongCode()).signature("x").send();
        assertRefused(SIGNATURE, answer);
        assertEquals(Optional.empty(), answer.refusal());
      }
    }
  }

  /** Rows 5 and 6. */
  @Nested
  class TheSecondFactor {

    @Test
    void is_needed_once_it_is_on_and_no_longer_once_it_is_off(Owner owner) {
      TestKey own = owner.createKey("Query funds");
      Authenticator app = owner.switchOnWithApp(own);

      ApiAnswer missing = api.call(own, "Balance").send();
      assertRefused(SIGNATURE, missing);
      assertEquals(Optional.of("otp-missing"), missing.refusal());

      ApiAnswer wrong = api.call(own, "Balance").otp(app.wrongCode()).send();
      assertRefused(SIGNATURE, wrong);
      assertEquals(Optional.of("otp-wrong"), wrong.refusal());

      assertPerformed(api.call(own, "Balance").otp(app.code()).send());
      assertPerformed(api.call(own, "Balance").otp(app.code()).send());
    }

    @Test
    void may_be_a_password(Owner owner) {
      TestKey own = owner.createKey("Query funds");
      String password = "seven ünusual lamps & a tin";
      owner.switchOnWithPassword(own, password);

      assertEquals(Optional.of("otp-missing"), api.call(own, "Balance").send().refusal());
      ApiAnswer wrong = api.call(own, "Balance").otp(password + "!").send();
      assertRefused(SIGNATURE, wrong);
      assertEquals(Optional.of("otp-wrong"), wrong.refusal());
      assertPerformed(api.call(own, "Balance").otp(password).send());

      owner.switchOff(own, password);
      assertPerformed(api.call(own, "Balance").send());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"otp=%2$s&nonce=%1$s", "nonce=%1$s&otp=%2$s", "a=b&otp=%2$s&nonce=%1$s"})
    void is_found_wherever_it_stands_in_the_body(String pattern, Owner owner) {
      TestKey own = owner.createKey("Query funds");
      owner.switchOnWithPassword(own, "seven-unusual-lamps");
      String nonce = ApiClient.nextNonce();
      String body = pattern.formatted(nonce, "seven-unusual-lamps");
      assertPerformed(api.call(own, "Balance").body(nonce, body).send());
    }

    @Test
    void is_not_looked_for_in_the_query_or_a_header(Owner owner) {
      TestKey own = owner.createKey("Query funds");
      Authenticator app = owner.switchOnWithApp(own);
      ApiAnswer answer =
          api.call(own, "Balance")
              .header("otp", app.code())
              .sentTo("/0/private/Balance?otp=" + app.code())
              .send();
      assertEquals(Optional.of("otp-missing"), answer.refusal());
    }

    @Test
    void is_ignored_by_a_key_that_has_none() {
      assertPerformed(api.call(key, "Balance").otp("000000").send());
    }

    @Test
    void accepts_a_code_once_only_when_codes_are_strict(Owner owner) {
      TestKey own = owner.createKey("Query funds");
      Authenticator app = owner.switchOnWithApp(own, true);
      // the code that confirmed the enrolment counts as used; the next one is within the drift
      String next = app.codeAt(java.time.Instant.now().plusSeconds(30));
      assertPerformed(api.call(own, "Balance").otp(next).send());
      ApiAnswer again = api.call(own, "Balance").otp(next).send();
      assertRefused(SIGNATURE, again);
      assertEquals(Optional.of("otp-reused"), again.refusal());
      owner.switchOf(own).click();
      owner.page().locator("#current").fill(next);
      owner.press("Switch off");
      assertThat(
              owner.page().getByText("That code was used before. Wait for the next one.").first())
          .isVisible();
      assertThat(owner.switchOf(own)).hasAttribute("aria-checked", "true");
    }

    @Test
    void is_locked_after_ten_wrong_ones_in_a_row(Owner owner) {
      TestKey own = owner.createKey("Query funds");
      Authenticator app = owner.switchOnWithApp(own);
      for (int guess = 0; guess < 10; guess++) {
        assertEquals(
            Optional.of("otp-wrong"),
            api.call(own, "Balance").otp(app.wrongCode()).send().refusal());
      }
      ApiAnswer locked = api.call(own, "Balance").otp(app.code()).send();
      assertRefused("EGeneral:Temporary lockout", locked);
      assertEquals(Optional.of("otp-locked"), locked.refusal());
      assertPerformed(api.call(key, "Balance").send());
    }

    @Test
    void missing_ones_and_unsigned_guesses_do_not_count(Owner owner) {
      TestKey own = owner.createKey("Query funds");
      Authenticator app = owner.switchOnWithApp(own);
      for (int call = 0; call < 12; call++) {
        api.call(own, "Balance").send();
        api.call(own, "Balance").otp(app.wrongCode()).signature("x").send();
      }
      assertPerformed(api.call(own, "Balance").otp(app.code()).send());
    }
  }

  /** Row 7. */
  @Nested
  class TheFreshnessOfTheNonce {

    @Test
    void is_not_used_up_by_a_thief_without_the_code(Owner owner) {
      TestKey own = owner.createKey("Query funds");
      Authenticator app = owner.switchOnWithApp(own);
      String highest = "18446744073709551615";
      ApiAnswer missing = api.call(own, "Balance").nonce(highest).send();
      assertEquals(Optional.of("otp-missing"), missing.refusal());
      String guessed = "18446744073709551614";
      String wrong = app.wrongCode();
      ApiAnswer guess = api.call(own, "Balance").nonce(guessed).otp(wrong).send();
      assertEquals(Optional.of("otp-wrong"), guess.refusal());
      assertRefused(NONCE, api.call(own, "Balance").nonce(guessed).otp(wrong).send());
      assertPerformed(api.call(own, "Balance").otp(app.code()).send());
    }

    @Test
    void is_lost_once_used() {
      String nonce = ApiClient.nextNonce();
      assertPerformed(api.call(key, "Balance").nonce(nonce).send());
      assertRefused(NONCE, api.call(key, "Balance").nonce(nonce).send());
    }

    @Test
    void is_lost_below_the_last_one() {
      String lower = ApiClient.nextNonce();
      assertPerformed(api.call(key, "Balance").send());
      assertRefused(NONCE, api.call(key, "Balance").nonce(lower).send());
    }

    @Test
    void is_not_spent_by_a_wrong_signature() {
      String nonce = ApiClient.nextNonce();
      assertRefused(
          SIGNATURE, api.call(key, "Balance").nonce("18446744073709551615").signature("x").send());
      assertRefused(SIGNATURE, api.call(key, "Balance").nonce(nonce).signature("x").send());
      assertPerformed(api.call(key, "Balance").nonce(nonce).send());
    }

    @Test
    void is_spent_by_a_wrong_code_and_by_an_unknown_function(Owner owner) {
      TestKey own = owner.createKey("Query funds");
      Authenticator app = owner.switchOnWithApp(own);
      String first = ApiClient.nextNonce();
      api.call(own, "Balance").nonce(first).otp(app.wrongCode()).send();
      assertRefused(NONCE, api.call(own, "Balance").nonce(first).otp(app.code()).send());

      String second = ApiClient.nextNonce();
      api.call(key, "NoSuchThing").nonce(second).send();
      assertRefused(NONCE, api.call(key, "Balance").nonce(second).send());
    }
  }

  /** Row 9. */
  @Test
  void a_function_that_does_not_exist_is_named_so_only_after_the_checks_before_it() {
    assertRefused("EGeneral:Unknown method", api.call(key, "NoSuchThing").send());
    assertRefused(SIGNATURE, api.call(key, "NoSuchThing").signature("x").send());
  }

  /** Row 10. */
  @Test
  void a_permission_that_the_key_does_not_have_is_denied(Owner owner) {
    TestKey reader = owner.createKey("Query funds");
    assertRefused(
        "EGeneral:Permission denied",
        api.call(reader, "AddOrder")
            .body("1", PublishedCall.BODY.replaceFirst("\\d+", "1"))
            .send());
  }

  /** Row 11. */
  @Test
  void arguments_that_the_function_cannot_use_are_refused() {
    assertRefused(ARGUMENTS + ":type", api.call(key, "AddOrder").with("pair", "XBTUSD").send());
  }
}
