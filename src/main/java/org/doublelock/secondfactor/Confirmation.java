package org.doublelock.secondfactor;

import org.doublelock.edge.Coded;

/** What became of an attempt to confirm with a code or a password in the browser. */
public enum Confirmation implements Coded {
  CONFIRMED,
  /** Not the right one. */
  WRONG,
  /** No code at all, so no guess; nothing was counted. */
  MALFORMED,
  /** Nothing was typed, which is no guess either. */
  MISSING,
  /** The right code, but it has been used before. */
  USED,
  /** Too many wrong attempts; nothing is tried for a while, or the enrolment is over. */
  TOO_MANY,
  /** There is nothing to confirm, any more or yet. */
  NOTHING_TO_CONFIRM
}
