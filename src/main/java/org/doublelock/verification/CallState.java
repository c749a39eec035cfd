package org.doublelock.verification;

import java.math.BigDecimal;
import org.doublelock.signing.Nonce;

/**
 * The row that decides a key's calls, as it was read. Times in milliseconds since 1970.
 *
 * @param leaseRunning whether the time of its last lease is not over, by the database's clock
 * @param leaseLeft what is left of that lease's amount
 */
record CallState(
    long epoch,
    Nonce lastNonce,
    Nonce nonceFloor,
    long lockedUntil,
    long lastTimeStep,
    boolean leaseRunning,
    BigDecimal leaseLeft) {

  boolean isLocked(long nowMillis) {
    return lockedUntil > nowMillis;
  }
}
