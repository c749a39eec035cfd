package org.doublelock.apikey;

import jakarta.ejb.ApplicationException;

/** Another key of the account has this description already; nothing was changed. */
@ApplicationException(rollback = true)
public final class DescriptionTaken extends Exception {

  public DescriptionTaken() {
    super("another key of this account has that description", null, false, false);
  }
}
