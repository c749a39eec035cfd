package org.doublelock.account.factor;

/** What became of an attempt to take a second factor away. */
public enum RemovedFactor {
  /** It is gone; others are left. */
  REMOVED,
  /** It is gone and was the last: the password alone signs in, and no recovery code is left. */
  LAST_REMOVED,
  /** It has become the last, of which its holder was not warned; nothing was changed. */
  UNWARNED
}
