package org.doublelock.verification;

/** Calls that are decided together, on H2, which commits each statement of a batch. */
class AcceptancesTest extends GatheredCalls {

  @Override
  Installation installation() {
    return memory();
  }

  @Override
  String waitForLocks(boolean briefly) {
    return "set lock_timeout " + (briefly ? 300 : 10_000);
  }
}
