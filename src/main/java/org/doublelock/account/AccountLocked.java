package org.doublelock.account;

import jakarta.ejb.ApplicationException;

/** An operator has locked the account meanwhile; nothing was changed. */
@ApplicationException(rollback = true)
public final class AccountLocked extends RuntimeException {

  public AccountLocked() {
    super("the account is locked", null, false, false);
  }
}
