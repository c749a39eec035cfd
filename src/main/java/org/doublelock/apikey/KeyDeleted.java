package org.doublelock.apikey;

import jakarta.ejb.ApplicationException;

/** The key was deleted meanwhile; nothing was changed. */
@ApplicationException(rollback = true)
public final class KeyDeleted extends RuntimeException {

  public KeyDeleted() {
    super("the key is deleted", null, false, false);
  }
}
