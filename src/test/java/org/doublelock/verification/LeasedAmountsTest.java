package org.doublelock.verification;

/** Amounts of unlocked keys, on the embedded database. */
class LeasedAmountsTest extends LeasedAmounts {

  @Override
  Installation installation() {
    return memory();
  }
}
