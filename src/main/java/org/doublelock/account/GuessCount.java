package org.doublelock.account;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.doublelock.otp.LockoutRule;
import org.doublelock.otp.WrongGuesses;

/**
 * The wrong guesses at something of an account. Ten in a row lock for five minutes, doubled by each
 * further failure, to 80 minutes; so do thirty that right ones lie between, of which ten a day are
 * forgotten. Kept in a row that is read under a lock, so that parallel guesses on any node are
 * counted one by one.
 */
@Embeddable
public class GuessCount {

  static final int FREE_FAILURES = 10;

  /** How long the first lock lasts. */
  public static final Duration FIRST_LOCK = Duration.ofMinutes(5);

  private static final LockoutRule RULE =
      new LockoutRule(
          FREE_FAILURES,
          FIRST_LOCK,
          Duration.ofMinutes(80),
          LockoutRule.BUDGET,
          LockoutRule.BUDGET_PER_DAY);

  private int failures;

  /** Epoch milliseconds, as the next. */
  private long lockedUntil;

  private long forgottenAt;

  /** Whether no guess counts now. */
  public boolean isLocked(Instant now) {
    return guesses().isLocked(now.toEpochMilli());
  }

  /** How many wrong ones may still follow before it is locked; 0 while it is. */
  public int triesLeft(Instant now) {
    return RULE.triesLeft(guesses(), now.toEpochMilli());
  }

  /** Counts a wrong one. */
  public void failed(Instant now) {
    keep(RULE.afterWrong(guesses(), now.toEpochMilli()));
  }

  /** Counts a right one, which ends the wrong ones in a row. */
  public void succeeded(Instant now) {
    keep(RULE.afterRight(guesses(), now.toEpochMilli()));
  }

  private WrongGuesses guesses() {
    return new WrongGuesses(failures, lockedUntil, forgottenAt);
  }

  private void keep(WrongGuesses after) {
    failures = after.inARow();
    lockedUntil = after.lockedUntil();
    forgottenAt = after.forgottenAt();
  }
}
