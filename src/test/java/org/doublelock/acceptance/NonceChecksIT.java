package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 3 and 7 of the protocol's table of checks: the nonce. */
@AcceptanceTest
class NonceChecksIT extends CheckedCalls {

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
}
