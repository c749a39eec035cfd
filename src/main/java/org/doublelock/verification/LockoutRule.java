package org.doublelock.verification;

import java.time.Duration;

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

  boolean isOn() {
    return failures > 0;
  }
}
