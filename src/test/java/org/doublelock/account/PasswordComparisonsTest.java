package org.doublelock.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Being told that a password is the one for signing in is no way to guess it. */
class PasswordComparisonsTest {

  private static final AccountId ANNA = AccountId.random();

  private long nanos;
  private int hashed;

  private final PasswordComparisons comparisons =
      new PasswordComparisons(
          new Accounts() {
            @Override
            public boolean hasPassword(AccountId id, String password) {
              hashed++;
              return password.equals("right");
            }
          },
          () -> nanos);

  @Test
  void a_person_is_told() {
    assertTrue(comparisons.isSignInPassword(ANNA, "right"));
    assertFalse(comparisons.isSignInPassword(ANNA, "another"));
  }

  @Test
  void who_tries_one_after_the_other_is_told_no_more_within_the_hour() {
    for (int tried = 0; tried < PasswordComparisons.MAX_IN_AN_HOUR; tried++) {
      assertFalse(comparisons.isSignInPassword(ANNA, "guess " + tried));
    }
    assertFalse(comparisons.isSignInPassword(ANNA, "right"));
    assertEquals(PasswordComparisons.MAX_IN_AN_HOUR, hashed, "nor is anything hashed");
    assertTrue(comparisons.isSignInPassword(AccountId.random(), "right"), "each for themselves");
    nanos += Duration.ofMinutes(59).toNanos();
    assertFalse(comparisons.isSignInPassword(ANNA, "right"));
    nanos += Duration.ofMinutes(2).toNanos();
    assertTrue(comparisons.isSignInPassword(ANNA, "right"));
  }
}
