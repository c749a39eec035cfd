package org.doublelock.apikey;

import jakarta.ejb.ApplicationException;

/** The account has as many keys as it may have; nothing was made. */
@ApplicationException(rollback = true)
public final class TooManyKeys extends RuntimeException {

  TooManyKeys() {
    super("the account has as many keys as it may have", null, false, false);
  }
}
