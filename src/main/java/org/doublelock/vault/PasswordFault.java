package org.doublelock.vault;

import java.util.Locale;

/** Why a password is not good enough. */
public enum PasswordFault {
  TOO_SHORT,
  TOO_LONG,
  /** It is on the list of passwords that are tried first. */
  WELL_KNOWN,
  /** It is, or repeats, a name that a guesser starts with, or one character or a simple row. */
  PREDICTABLE;

  /** The message that says so, such as {@code password.too-short}. */
  public String messageKey() {
    return "password." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
