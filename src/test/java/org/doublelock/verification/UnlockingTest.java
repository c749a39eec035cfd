package org.doublelock.verification;

/** Unlocked keys, on the embedded database. */
class UnlockingTest extends UnlockedKeys {

  @Override
  Installation installation() {
    return memory();
  }
}
