package org.doublelock.secondfactor;

/** What became of an attempt to confirm with a code or a password in the browser. */
public enum Confirmation {
  CONFIRMED,
  /** Not a code, or not the right one. */
  WRONG,
  /** The right code, but it has been used before. */
  USED,
  /** Too many wrong attempts; nothing is tried for a while, or the enrolment is over. */
  TOO_MANY,
  /** There is nothing to confirm, any more or yet. */
  NOTHING_TO_CONFIRM
}
