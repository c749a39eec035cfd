package org.doublelock.verification;

import org.doublelock.signing.Nonce;

/** The row that decides a key's calls, as it was read. Times in milliseconds since 1970. */
record CallState(
    long epoch, Nonce lastNonce, Nonce nonceFloor, long lockedUntil, long lastTimeStep) {

  boolean isLocked(long nowMillis) {
    return lockedUntil > nowMillis;
  }
}
