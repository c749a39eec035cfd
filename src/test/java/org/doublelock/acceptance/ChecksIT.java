package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The protocol's table of checks, row by row, by a program that has only HTTP: the body, the key,
 * the function. The other rows have classes of their own.
 */
@AcceptanceTest
class ChecksIT extends CheckedCalls {

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
