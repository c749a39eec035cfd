package org.doublelock.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Instant;
import org.doublelock.acceptance.Person.SecondFactor;
import org.junit.jupiter.api.Test;

/** The account's own second factor at the second page of signing in: which codes are taken. */
@AcceptanceTest
@OnPostgresql
class SignInFactorIT extends OwnAccount {

  @Test
  void signing_in_asks_for_the_code_and_nobody_is_signed_in_before_it() {
    SecondFactor factor = person.turnOnSecondFactor(browser);
    Owner other = person.atNewBrowser();
    String atFirst = session(other);
    person.enterPassword(other);
    other.expectHeading("Confirm that it is you");
    assertThat(other.page().getByText(person.name())).hasCount(0);
    String between = session(other);
    other.open("api-keys");
    other.expectHeading("Sign in");
    other.open("sign-in/second-factor");
    person.enterCode(other, factor.app().codeAt(Instant.now().plusSeconds(30)));
    other.expectHeading("2FA Settings");
    assertNotEquals(atFirst, between);
    assertNotEquals(between, session(other));
  }

  @Test
  void the_code_that_added_the_app_does_not_sign_in_and_no_code_does_twice() {
    Instant before = Instant.now();
    Authenticator app = person.addApp(browser, "My phone");
    Owner other = person.atNewBrowser();
    person.enterPassword(other);
    // the code that was used, or the one before it where a new step began meanwhile: both are gone
    person.enterCode(other, app.codeAt(before));
    Person.expectAlert(other, "used before");
    String next = app.codeAt(Instant.now().plusSeconds(30));
    person.enterCode(other, next);
    other.expectHeading("2FA Settings");
    Owner third = person.atNewBrowser();
    person.enterPassword(third);
    person.enterCode(third, next);
    Person.expectAlert(third, "used before");
    Person.expectSignedOut(third);
  }

  @Test
  void a_recovery_code_signs_in_once_and_few_left_are_warned_about() {
    SecondFactor factor = person.turnOnSecondFactor(browser);
    Owner other = person.atNewBrowser();
    for (String code : factor.recoveryCodes().subList(0, 7)) {
      person.enterPassword(other);
      person.enterCode(other, code);
      other.expectHeading("2FA Settings");
      assertThat(other.page().getByText("You signed in with a recovery code")).isVisible();
    }
    assertThat(other.page().getByText("You have 3 recovery codes left. Make new ones")).isVisible();
    person.enterPassword(other);
    person.enterCode(other, factor.recoveryCodes().get(0));
    Person.expectAlert(other, "not right");
    Person.expectSignedOut(other);

    browser.open("security/recovery-codes");
    browser.press("Make new codes");
    String fresh = browser.page().locator("#recovery-codes li").first().textContent();
    person.enterPassword(other);
    person.enterCode(other, fresh);
    Person.expectAlert(other, "not right");
    person.enterCode(other, factor.recoveryCodes().get(8));
    other.expectHeading("2FA Settings");
    browser.page().getByLabel("I have kept them").check();
    browser.press("Go on");
    browser.expectHeading("2FA Settings");
    person.enterPassword(other);
    person.enterCode(other, factor.recoveryCodes().get(9));
    Person.expectAlert(other, "not right");
    person.enterCode(other, fresh);
    other.expectHeading("2FA Settings");
  }

  @Test
  void ten_wrong_codes_lock_the_second_page_and_a_new_sign_in_does_not_help() {
    SecondFactor factor = person.turnOnSecondFactor(browser);
    Owner thief = person.atNewBrowser();
    person.enterPassword(thief);
    for (int attempt = 0; attempt < 10; attempt++) {
      person.enterCode(thief, factor.app().wrongCode());
      Person.expectAlert(thief, "not right");
    }
    String right = factor.app().codeAt(Instant.now().plusSeconds(30));
    person.enterCode(thief, right);
    Person.expectAlert(thief, "Too many wrong codes");
    Owner again = person.atNewBrowser();
    again.page().setExtraHTTPHeaders(java.util.Map.of("X-Forwarded-For", "203.0.113.77"));
    person.enterPassword(again);
    person.enterCode(again, right);
    Person.expectAlert(again, "Too many wrong codes");

    person.enterPassword(browser);
    person.enterCode(browser, right);
    browser.expectHeading("2FA Settings");
    person.enterCode(again, factor.recoveryCodes().get(3));
    again.expectHeading("2FA Settings");
  }

  @Test
  void made_up_recovery_codes_are_bounded_and_the_right_one_passes() {
    SecondFactor factor = person.turnOnSecondFactor(browser);
    Owner thief = person.atNewBrowser();
    person.enterPassword(thief);
    for (int attempt = 0; attempt < 10; attempt++) {
      person.enterCode(thief, "aaaaa-aaaaa-aaaaa-aaaaa-aaaa" + "bcdefghjkm".charAt(attempt));
      Person.expectAlert(thief, "not right");
    }
    for (int attempt = 0; attempt < 5; attempt++) {
      person.enterCode(thief, "bbbbb-bbbbb-bbbbb-bbbbb-bbbbb");
      Person.expectAlert(thief, "Too many wrong codes");
    }
    person.enterCode(thief, factor.recoveryCodes().get(2));
    thief.expectHeading("2FA Settings");
    browser.open("activity");
    Locator events = browser.page().locator("tbody tr");
    // below the sign-in and the code that was used: what came after the tenth left no trace
    assertThat(events.nth(2)).containsText("Too many wrong codes for signing in");
    assertThat(events.nth(3)).containsText("or confirming was wrong");
    assertThat(events.filter(hasText("Too many wrong codes for signing in"))).hasCount(1);
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void the_second_page_is_nothing_without_the_first() {
    Owner stranger = person.atNewBrowser();
    stranger.open("sign-in/second-factor");
    stranger.expectHeading("Sign in");
    int status =
        stranger
            .page()
            .request()
            .post(
                stranger.app().page("sign-in/second-factor").toString(),
                RequestOptions.create().setForm(FormData.create().set("code", "123456")))
            .status();
    assertEquals(403, status, "no token");
  }
}
