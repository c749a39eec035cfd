package org.doublelock.verification;

import java.util.Optional;
import java.util.UUID;

/**
 * What is asked of a key's row: to accept that call.
 *
 * @param proven whether the call carried the right second factor; only that ends a row of wrong
 *     ones, else calls that need none would buy a thief more guesses
 * @param strictStep the time step of a strict one-time code
 * @param use what the call takes from the key's lease, which then has to be running
 */
record Acceptance(CheckedCall call, boolean proven, Optional<Long> strictStep, LeaseUse use) {

  UUID row() {
    return call.keyId().value();
  }

  /** Whether the nonce may be spent beside that last one: what is of another unit may not. */
  boolean fitsBeside(long last) {
    return last >= lowestLast() || last < lowestFirst();
  }

  /**
   * The lowest last nonce beside which the call may spend its own: any with the second factor, or
   * for a key without one.
   */
  long lowestLast() {
    return proven || call.key().secondFactor().isEmpty()
        ? Long.MIN_VALUE
        : NonceUnits.lowestBeside(call.nonce(), call.now()).toOrdered();
  }

  /** A key that has spent no nonce takes one of any unit, so that its programs can begin. */
  long lowestFirst() {
    return NonceUnits.isBeyondAll(call.nonce(), call.now()) ? Long.MIN_VALUE : Long.MIN_VALUE + 1;
  }
}
