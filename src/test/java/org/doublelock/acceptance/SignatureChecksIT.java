package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 4 of the protocol's table of checks: the signature. */
@AcceptanceTest
class SignatureChecksIT extends CheckedCalls {

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
