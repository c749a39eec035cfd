package org.doublelock.verification;

/** Locked keys, on PostgreSQL. */
class LockoutIT extends Lockouts {

  @Override
  Installation installation() {
    return postgresql();
  }
}
