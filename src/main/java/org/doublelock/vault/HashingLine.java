package org.doublelock.vault;

/**
 * The lines in which slow hashes wait for their turn. One that is long does not delay the other.
 */
public enum HashingLine {
  /** Sign-ins at browsers that the account does not know: anyone can be here, in any number. */
  UNKNOWN,
  /** Signed calls, people who are signed in, and whoever has shown something else before. */
  KNOWN
}
