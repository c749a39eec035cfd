package org.doublelock.account;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/**
 * How often in a row something was guessed wrong, and until when nothing more is tried. After ten a
 * lock of five minutes, doubled by each further failure, to 80 minutes. Kept in a row that is read
 * under a lock, so that parallel guesses on any node are counted one by one.
 */
@Embeddable
class GuessCount {

  static final int FREE_FAILURES = 10;
  static final Duration FIRST_LOCK = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 4;

  private int failures;

  /** Epoch milliseconds. */
  private long lockedUntil;

  boolean isLocked(Instant now) {
    return lockedUntil > now.toEpochMilli();
  }

  void failed(Instant now) {
    failures++;
    if (failures >= FREE_FAILURES) {
      int doublings = Math.min(failures - FREE_FAILURES, MOST_DOUBLINGS);
      lockedUntil = now.plus(FIRST_LOCK.multipliedBy(1L << doublings)).toEpochMilli();
    }
  }

  void succeeded() {
    failures = 0;
    lockedUntil = 0;
  }
}
