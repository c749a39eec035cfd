package org.doublelock.mail;

import org.doublelock.edge.Coded;

/** What a mail is for. */
public enum MailKind implements Coded {
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

  static MailKind of(String code) {
    return Coded.among(values(), code).orElse(UNKNOWN);
  }
}
