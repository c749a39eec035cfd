package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 5 and 6 of the protocol's table of checks: the lockout and the second factor. */
@AcceptanceTest
class SecondFactorChecksIT extends CheckedCalls {

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
  @ValueSource(strings = {"otp=%2$s&nonce=%1$s", "nonce=%1$s&otp=%2$s", "a=b&otp=%2$s&nonce=%1$s"})
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
    assertThat(owner.page().getByText("Each code works for one call only.")).isVisible();
    // the code that confirmed the enrolment counts as used; the next one is within the drift
    String next = app.codeAt(java.time.Instant.now().plusSeconds(30));
    assertPerformed(api.call(own, "Balance").otp(next).send());
    ApiAnswer again = api.call(own, "Balance").otp(next).send();
    assertRefused(SIGNATURE, again);
    assertEquals(Optional.of("otp-reused"), again.refusal());
    owner.switchOf(own).click();
    owner.page().locator("#current").fill(next);
    owner.press("Switch off");
    assertThat(owner.page().getByText("That code was used before. Wait for the next one.").first())
        .isVisible();
    assertThat(owner.switchOf(own)).hasAttribute("aria-checked", "true");
  }

  @Test
  void is_locked_after_ten_wrong_ones_in_a_row(Owner owner) {
    TestKey own = owner.createKey("Query funds");
    Authenticator app = owner.switchOnWithApp(own);
    for (int guess = 0; guess < 10; guess++) {
      assertEquals(
          Optional.of("otp-wrong"), api.call(own, "Balance").otp(app.wrongCode()).send().refusal());
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
