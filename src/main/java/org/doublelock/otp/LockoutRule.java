package org.doublelock.otp;

import java.time.Duration;

/**
 * When wrong guesses at a secret lock it (throttling, RFC 4226, section 7.3). Two bounds, whichever
 * is reached first: so many in a row, and a budget that right ones do not refill. Without the
 * second, whoever guesses beside an active owner would guess for ever.
 *
 * <p>The budget is a leaky bucket: each wrong guess adds one, and time takes them out at an even
 * rate.
 *
 * @param failures how many in a row lock; 0 for never
 * @param first how long the first lock lasts; each further wrong guess doubles it
 * @param longest how long a lock lasts at most
 * @param budget how many lock, in a row or not; 0 for never
 * @param perDay how many of the budget come back in a day, 1 to 86,400,000
 */
public record LockoutRule(int failures, Duration first, Duration longest, int budget, int perDay) {

  public static final int BUDGET = 30;
  public static final int BUDGET_PER_DAY = 10;

  private static final int MAX_TOLD = 100;

  private static final long DAY = Duration.ofDays(1).toMillis();

  /** After so many doublings the longest lock has been reached, whatever the first was. */
  private static final int MAX_DOUBLINGS = 16;

  public LockoutRule {
    if (failures < 0 || budget < 0 || perDay < 1 || perDay > DAY) {
      throw new IllegalArgumentException("not a rule: " + failures + ", " + budget + ", " + perDay);
    }
  }

  /** Locks up to a day, and the usual budget. */
  public LockoutRule(int failures, Duration first) {
    this(failures, first, Duration.ofDays(1), BUDGET, BUDGET_PER_DAY);
  }

  /** One more, tried while there was no lock; the one that reaches a bound locks. */
  public WrongGuesses afterWrong(WrongGuesses before, long nowMillis) {
    int inARow = before.inARow() + 1;
    long forgottenAt = Math.min(oneMore(before, nowMillis), nowMillis + mostRemembered());
    long tooMany = Math.max(beyondRow(inARow), beyondBudget(forgottenAt, nowMillis));
    long lockedUntil = tooMany < 0 ? before.lockedUntil() : nowMillis + lockAfter(tooMany);
    return new WrongGuesses(inARow, lockedUntil, forgottenAt);
  }

  /**
   * A right one ends the row, and the lock if the row alone has set it: what can be given while
   * there is a lock is no guess. The budget stays as it is.
   */
  public WrongGuesses afterRight(WrongGuesses before, long nowMillis) {
    boolean spent = beyondBudget(oneMore(before, nowMillis), nowMillis) >= 0;
    return new WrongGuesses(0, spent ? before.lockedUntil() : 0, before.forgottenAt());
  }

  /**
   * How many wrong ones may still follow, the one that locks included: 0 while there is a lock, and
   * no more than {@value #MAX_TOLD} where there are more.
   */
  public int triesLeft(WrongGuesses before, long nowMillis) {
    int tries = 0;
    for (WrongGuesses after = before;
        !after.isLocked(nowMillis) && tries < MAX_TOLD;
        after = afterWrong(after, nowMillis)) {
      tries++;
    }
    return tries;
  }

  private long oneMore(WrongGuesses before, long nowMillis) {
    return Math.max(before.forgottenAt(), nowMillis) + millisForOne();
  }

  /** What lies beyond the longest lock prolongs nothing, so it is not remembered either. */
  private long mostRemembered() {
    long doublings = 0;
    while (lockAfter(doublings) < longest.toMillis() && doublings < MAX_DOUBLINGS) {
      doublings++;
    }
    return (budget + doublings) * millisForOne();
  }

  private long beyondRow(int inARow) {
    return failures == 0 ? -1 : inARow - (long) failures;
  }

  private long beyondBudget(long forgottenAt, long nowMillis) {
    long left = budget * millisForOne() - (forgottenAt - nowMillis);
    return budget == 0 || left > 0 ? -1 : -left / millisForOne();
  }

  private long lockAfter(long tooMany) {
    if (first.compareTo(longest) >= 0) {
      return longest.toMillis(); // of a very long one the bits would be pushed out
    }
    return Math.min(longest.toMillis(), first.toMillis() << Math.min(tooMany, MAX_DOUBLINGS));
  }

  private long millisForOne() {
    return DAY / perDay;
  }
}
