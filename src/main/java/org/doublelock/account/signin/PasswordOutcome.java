package org.doublelock.account.signin;

import org.doublelock.account.Account;

/** What became of a password that was tried. */
public sealed interface PasswordOutcome {

  /** It is the account's, which is as it was when that was decided. */
  record Right(Account account) implements PasswordOutcome {}

  /** It is wrong, or no guess counts now. */
  record Refused() implements PasswordOutcome {}

  /** The account has another password by now than it was held against. Nothing was counted. */
  record Overtaken() implements PasswordOutcome {}
}
