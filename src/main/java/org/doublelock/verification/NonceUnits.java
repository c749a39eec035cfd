package org.doublelock.verification;

import java.time.Duration;
import java.time.Instant;
import org.doublelock.signing.Nonce;

/**
 * The units that clients count their nonces in, told by the clock. A call that does not show the
 * second factor must not use up what its key's owner has left, so it spends its nonce only where
 * the key's last nonce is of the same unit: the clock of no finer unit lies between the two.
 */
final class NonceUnits {

  /** How far a client's clock may be ahead; one that is further off computes no codes either. */
  static final Duration AHEAD = Duration.ofMinutes(1);

  /** Seconds, milliseconds, microseconds, tens of nanoseconds, nanoseconds. */
  private static final long[] PER_SECOND = {1, 1_000, 1_000_000, 100_000_000, 1_000_000_000};

  private NonceUnits() {}

  /** The lowest nonce of the unit that this one is of; 0 for the coarsest, and for small counts. */
  static Nonce lowestBeside(Nonce nonce, Instant now) {
    Nonce lowest = new Nonce(0);
    for (long perSecond : PER_SECOND) {
      Nonce highestOfUnit = highest(perSecond, now);
      if (highestOfUnit.compareTo(nonce) < 0) {
        lowest = highestOfUnit.plus(1);
      }
    }
    return lowest;
  }

  /** Whether it is above the clock in every unit. */
  static boolean isBeyondAll(Nonce nonce, Instant now) {
    return nonce.compareTo(highest(PER_SECOND[PER_SECOND.length - 1], now)) > 0;
  }

  private static Nonce highest(long perSecond, Instant now) {
    return new Nonce(Math.multiplyExact(now.plus(AHEAD).getEpochSecond(), perSecond));
  }
}
