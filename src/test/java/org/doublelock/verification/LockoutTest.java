package org.doublelock.verification;

/** Locked keys, on the embedded database. */
class LockoutTest extends Lockouts {

  @Override
  Installation installation() {
    return memory();
  }
}
