package org.doublelock.sandbox.ledger;

/** Where an amount can be. */
public enum Bucket {
  /** An account's, to be used freely. */
  AVAILABLE(true),
  /** An account's, reserved by its open orders. */
  HELD(true),
  /** On its way out of an account: a withdrawal not yet sent. */
  LEAVING(true),
  /** The exchange's own, earned as fees. */
  FEES(false),
  /** Everything outside the exchange; below zero by as much as was ever brought in. */
  WORLD(false);

  private final boolean ofAccount;

  Bucket(boolean ofAccount) {
    this.ofAccount = ofAccount;
  }

  /** Whether the bucket is one for each account, and not one for all. */
  public boolean ofAccount() {
    return ofAccount;
  }
}
