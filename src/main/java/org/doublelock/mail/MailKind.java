package org.doublelock.mail;

import java.util.Arrays;
import java.util.Locale;

/** What a mail is for. */
public enum MailKind {
  /** Somebody asks to open an account with this address. */
  REGISTRATION,
  /** An account's holder says that this address is theirs. */
  ADDRESS_CONFIRMATION,
  /** Somebody says that they have forgotten an account's password. */
  PASSWORD_RESET,
  /** Something happened to an account. */
  ALERT,
  /** What only a newer release knows, whose nodes send it. */
  UNKNOWN;

  /** The word for it in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static MailKind of(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
