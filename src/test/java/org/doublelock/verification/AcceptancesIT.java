package org.doublelock.verification;

/** Calls that are decided together, on PostgreSQL, which takes a batch as one transaction. */
class AcceptancesIT extends GatheredCalls {

  @Override
  Installation installation() {
    return postgresql();
  }

  @Override
  String waitForLocks(boolean briefly) {
    return "set lock_timeout = " + (briefly ? 300 : 0);
  }
}
