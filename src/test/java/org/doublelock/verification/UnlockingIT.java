package org.doublelock.verification;

/** Unlocked keys, on PostgreSQL. */
class UnlockingIT extends UnlockedKeys {

  @Override
  Installation installation() {
    return postgresql();
  }
}
