package org.doublelock.verification;

/** Amounts of unlocked keys, on PostgreSQL. */
class LeasedAmountsIT extends LeasedAmounts {

  @Override
  Installation installation() {
    return postgresql();
  }
}
