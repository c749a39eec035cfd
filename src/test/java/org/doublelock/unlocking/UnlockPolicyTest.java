package org.doublelock.unlocking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.doublelock.secondfactor.SecondFactorMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnlockPolicyTest {

  private static final UnlockPolicy EIGHT_HOURS = new UnlockPolicy(true, " PT8H ", true);

  @ParameterizedTest
  @ValueSource(strings = {"", "8", "8h", "PT0S", "PT59S", "-PT8H", "0"})
  void a_longest_time_that_is_none_ends_the_start_by_its_name(String setting) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new UnlockPolicy(true, setting, true));
    assertTrue(refused.getMessage().startsWith("doublelock.unlock.longest"));
  }

  @Test
  void a_minute_is_the_shortest_of_longest_times() {
    assertEquals(Duration.ofMinutes(1), new UnlockPolicy(true, "PT1M", true).longest());
  }

  @Test
  void an_app_key_may_be_unlocked_until_its_owner_says_otherwise_and_a_password_key_not() {
    UnlockChoice app = UnlockChoice.before(SecondFactorMethod.TOTP, EIGHT_HOURS);
    assertEquals(new UnlockChoice(true, Duration.ofHours(8), true), app);
    assertFalse(UnlockChoice.before(SecondFactorMethod.PASSWORD, EIGHT_HOURS).allowed());
  }

  @Test
  void the_deployment_bounds_what_owners_choose() {
    UnlockChoice chosen = new UnlockChoice(true, Duration.ofHours(24), true);
    assertEquals(Duration.ofHours(8), chosen.within(EIGHT_HOURS).longest());
    UnlockChoice shorter = new UnlockChoice(true, Duration.ofHours(1), false);
    assertEquals(shorter, shorter.within(EIGHT_HOURS));
    assertFalse(chosen.within(new UnlockPolicy(true, "PT8H", false)).asks());
    UnlockChoice nothing = chosen.within(new UnlockPolicy(false, "PT8H", true));
    assertFalse(nothing.allowed());
    assertFalse(nothing.asks());
  }

  @Test
  void admits_up_to_the_longest_time_and_not_a_moment_more() {
    UnlockChoice hour = new UnlockChoice(true, Duration.ofHours(1), true);
    assertTrue(hour.admits(Duration.ofHours(1)));
    assertFalse(hour.admits(Duration.ofHours(1).plusMillis(1)));
    assertTrue(hour.admits(Duration.ofMillis(1)));
    assertFalse(hour.admits(Duration.ZERO));
    assertFalse(hour.admits(Duration.ofMinutes(-1)));
    assertFalse(new UnlockChoice(false, Duration.ofHours(1), true).admits(Duration.ofHours(1)));
  }
}
