package org.doublelock.administration;

/** What became of an operator's act. */
public enum ActOutcome {
  DONE,
  /** The account is not as the operator saw it any more. Nothing was changed or recorded. */
  CHANGED
}
