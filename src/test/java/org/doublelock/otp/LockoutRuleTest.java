package org.doublelock.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LockoutRuleTest {

  private static final long NOW = 1_800_000_000_000L;
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** As keys have it, and as accounts do. */
  private static final LockoutRule KEYS = new LockoutRule(10, Duration.ofMinutes(15));

  private static final LockoutRule ACCOUNTS =
      new LockoutRule(10, Duration.ofMinutes(5), Duration.ofMinutes(80), 30, 10);

  @Test
  void ten_in_a_row_lock_and_each_further_one_doubles_the_lock_to_the_longest() {
    WrongGuesses guesses = wrong(KEYS, WrongGuesses.NONE, 9);
    assertFalse(guesses.isLocked(NOW));
    long now = NOW;
    for (long minutes : new long[] {15, 30, 60, 120, 240, 480, 960, 1440, 1440}) {
      guesses = KEYS.afterWrong(guesses, now);
      assertEquals(minutes, (guesses.lockedUntil() - now) / MINUTE);
      now = guesses.lockedUntil();
    }
  }

  @Test
  void tries_are_counted_down_by_the_row_or_the_budget_whichever_ends_first() {
    assertEquals(10, KEYS.triesLeft(WrongGuesses.NONE, NOW));
    assertEquals(1, KEYS.triesLeft(wrong(KEYS, WrongGuesses.NONE, 9), NOW));
    WrongGuesses locked = wrong(KEYS, WrongGuesses.NONE, 10);
    assertEquals(0, KEYS.triesLeft(locked, NOW));
    assertEquals(1, KEYS.triesLeft(locked, locked.lockedUntil()), "each further one locks again");
    WrongGuesses spent = WrongGuesses.NONE;
    for (int guess = 1; guess < 28; guess++) {
      spent = KEYS.afterRight(KEYS.afterWrong(spent, NOW), NOW);
    }
    assertEquals(3, KEYS.triesLeft(spent, NOW));
    LockoutRule never = new LockoutRule(0, Duration.ofMinutes(5), Duration.ofDays(1), 0, 10);
    assertEquals(100, never.triesLeft(WrongGuesses.NONE, NOW));
  }

  @Test
  void right_ones_end_the_row_and_leave_the_budget() {
    WrongGuesses guesses = WrongGuesses.NONE;
    for (int guess = 1; guess < 30; guess++) {
      guesses = KEYS.afterRight(KEYS.afterWrong(guesses, NOW), NOW);
      assertFalse(guesses.isLocked(NOW), "after " + guess);
    }
    guesses = KEYS.afterWrong(guesses, NOW);
    assertEquals(NOW + 15 * MINUTE, guesses.lockedUntil());
  }

  @Test
  void a_right_one_ends_a_lock_that_the_row_has_set_and_none_that_the_budget_has() {
    WrongGuesses row = wrong(ACCOUNTS, WrongGuesses.NONE, 10);
    assertTrue(row.isLocked(NOW));
    assertFalse(ACCOUNTS.afterRight(row, NOW).isLocked(NOW));
    WrongGuesses spent = wrong(ACCOUNTS, ACCOUNTS.afterRight(wrong(ACCOUNTS, row, 10), NOW), 10);
    assertTrue(spent.isLocked(NOW + 1));
    assertTrue(ACCOUNTS.afterRight(spent, NOW + 1).isLocked(NOW + 1));
  }

  @Test
  void a_bound_of_zero_never_locks() {
    LockoutRule none = new LockoutRule(0, Duration.ofMinutes(15), Duration.ofDays(1), 0, 10);
    assertFalse(wrong(none, WrongGuesses.NONE, 10_000).isLocked(NOW));
    LockoutRule budgetAlone = new LockoutRule(0, Duration.ofMinutes(15));
    assertFalse(wrong(budgetAlone, WrongGuesses.NONE, 29).isLocked(NOW));
    assertTrue(wrong(budgetAlone, WrongGuesses.NONE, 30).isLocked(NOW));
  }

  @Test
  void what_is_no_rule_is_refused() {
    Duration first = Duration.ofMinutes(1);
    assertThrows(IllegalArgumentException.class, () -> new LockoutRule(-1, first));
    assertThrows(IllegalArgumentException.class, () -> new LockoutRule(1, first, first, 30, 0));
    assertThrows(IllegalArgumentException.class, () -> new LockoutRule(1, first, first, -1, 10));
  }

  /** The figures that docs/security.md states. */
  @Test
  void a_guesser_beside_an_active_owner_has_so_many_a_day_and_no_more() {
    assertEquals(List.of(43, 10, 10), tries(KEYS, 1, 5, 30));
    assertEquals(List.of(51, 18, 18), tries(ACCOUNTS, 1, 5, 30));
  }

  /** Ten a day, at whatever times of it, and thirty at once after a quiet while. */
  @Property(tries = 200)
  void an_owner_who_mistypes_now_and_then_is_never_locked(
      @ForAll @Size(60) List<@IntRange(min = 0, max = 9) Integer> wrongOnThatDay) {
    WrongGuesses guesses = WrongGuesses.NONE;
    for (int day = 0; day < wrongOnThatDay.size(); day++) {
      long morning = NOW + day * DAY;
      for (int guess = 0; guess < wrongOnThatDay.get(day); guess++) {
        guesses = KEYS.afterRight(KEYS.afterWrong(guesses, morning + guess), morning + guess);
        assertFalse(guesses.isLocked(morning + guess));
      }
    }
  }

  /** Whatever lies between the guesses, right ones and time, in any order. */
  @Property(tries = 500)
  void no_more_are_tried_than_the_budget_and_what_came_back(
      @ForAll @Size(min = 1, max = 400) List<@IntRange(min = 0, max = 200) Integer> minutes,
      @ForAll @Size(400) List<Boolean> rights) {
    WrongGuesses guesses = WrongGuesses.NONE;
    long now = NOW;
    int tried = 0;
    for (int at = 0; at < minutes.size(); at++) {
      now += minutes.get(at) * MINUTE;
      if (!guesses.isLocked(now)) {
        guesses = KEYS.afterWrong(guesses, now);
        tried++;
        if (rights.get(at) && !guesses.isLocked(now)) {
          guesses = KEYS.afterRight(guesses, now);
        }
      }
    }
    long cameBack = (now - NOW) * 10 / DAY;
    assertTrue(tried <= 30 + 5 + cameBack + 1, tried + " with " + cameBack + " that came back");
  }

  /** How many a guesser gets on these days, who tries whenever there is no lock. */
  private static List<Integer> tries(LockoutRule rule, int... days) {
    int[] onDay = new int[days[days.length - 1]];
    WrongGuesses guesses = WrongGuesses.NONE;
    long now = NOW;
    while (now < NOW + onDay.length * DAY) {
      onDay[(int) ((now - NOW) / DAY)]++;
      guesses = rule.afterWrong(guesses, now);
      now = Math.max(now, guesses.lockedUntil());
      guesses = rule.afterRight(guesses, now);
    }
    return java.util.Arrays.stream(days).map(day -> onDay[day - 1]).boxed().toList();
  }

  private static WrongGuesses wrong(LockoutRule rule, WrongGuesses before, int times) {
    WrongGuesses guesses = before;
    for (int guess = 0; guess < times; guess++) {
      guesses = rule.afterWrong(guesses, NOW);
    }
    return guesses;
  }

  @Test
  void a_first_lock_beyond_the_longest_is_as_long_as_that_each_time() {
    LockoutRule rule = new LockoutRule(1, Duration.ofMinutes(9_999_999_999L));
    WrongGuesses guesses = WrongGuesses.NONE;
    for (int guess = 0; guess < 20; guess++) {
      guesses = rule.afterWrong(guesses, 0);
      assertEquals(Duration.ofDays(1).toMillis(), guesses.lockedUntil());
    }
  }
}
