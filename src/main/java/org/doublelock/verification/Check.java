package org.doublelock.verification;

/** The checks on a call, in the order of the protocol's table. */
enum Check {
  BODY,
  KEY,
  NONCE,
  SIGNATURE,
  LOCKOUT,
  SECOND_FACTOR,
  FRESHNESS,
  CALL_RATE,
  FUNCTION,
  PERMISSION,
  ARGUMENTS;

  /** Its number in that table, from 1. */
  int number() {
    return ordinal() + 1;
  }
}
