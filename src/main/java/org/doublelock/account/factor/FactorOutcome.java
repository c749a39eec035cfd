package org.doublelock.account.factor;

import org.doublelock.edge.Coded;

/** What became of an attempt to confirm with a second factor of the account. */
public enum FactorOutcome implements Coded {
  CONFIRMED,
  /** Confirmed, and the account has no other: its recovery codes were made with it. */
  FIRST,
  /** Confirmed with a recovery code, which is used up now. */
  RECOVERED,
  /** Not a right one. */
  WRONG,
  /** No code, recovery code or passkey's answer at all, so no guess; nothing was counted. */
  MALFORMED,
  /** A right code, but it has been used before. */
  USED,
  /** Too many wrong attempts; only a recovery code is tried for a while. */
  TOO_MANY,
  /** There is nothing to confirm, any more or yet. */
  NOTHING_TO_CONFIRM,
  /** Not tried: another of its kind is called so, or looks as if it were. */
  NAME_TAKEN,
  /** Not tried: there are as many of its kind as there may be. */
  FULL;

  public boolean isConfirmed() {
    return this == CONFIRMED || this == FIRST || this == RECOVERED;
  }
}
