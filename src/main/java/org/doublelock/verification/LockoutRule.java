package org.doublelock.verification;

import java.time.Duration;
import java.util.stream.LongStream;

/**
 * When wrong second factors lock a key.
 *
 * @param failures how many in a row lock it; 0 for never
 * @param first how long the first lock lasts; each further failure doubles it, to a day
 */
record LockoutRule(int failures, Duration first) {

  static final Duration LONGEST = Duration.ofDays(1);

  /** After so many doublings the longest lock has been reached, whatever the first was. */
  static final int MOST_DOUBLINGS = 16;

  /**
   * Whether a lock that ends then is one that a failure at that time has set, and no earlier one.
   */
  boolean isSetAt(long nowMillis, long lockedUntil) {
    long lasts = lockedUntil - nowMillis;
    return isOn()
        && (lasts == LONGEST.toMillis()
            || LongStream.rangeClosed(0, MOST_DOUBLINGS)
                .anyMatch(doublings -> lasts == first.toMillis() << doublings));
  }

  boolean isOn() {
    return failures > 0;
  }
}
