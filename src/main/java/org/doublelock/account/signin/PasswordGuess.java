package org.doublelock.account.signin;

import java.util.Optional;
import org.doublelock.account.Account;
import org.doublelock.vault.HashingLine;

/**
 * What a typed password is to be held against, read before the slow hash.
 *
 * @param account whose password it has to be; empty for nobody's
 * @param fromKnown whether somebody was signed in to that account from there before
 */
public record PasswordGuess(Optional<Account> account, boolean fromKnown) {

  /** The same by somebody who is signed in to it. */
  PasswordGuess bySignedIn() {
    return new PasswordGuess(account, true);
  }

  /** An owner at a known browser does not wait behind unknown browsers. */
  HashingLine line() {
    return fromKnown ? HashingLine.KNOWN : HashingLine.UNKNOWN;
  }
}
