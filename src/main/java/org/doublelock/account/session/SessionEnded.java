package org.doublelock.account.session;

import jakarta.ejb.ApplicationException;

/** The session that asks has been ended meanwhile; nothing was changed. */
@ApplicationException(rollback = true)
public final class SessionEnded extends RuntimeException {

  public SessionEnded() {
    super("the session has ended", null, false, false);
  }
}
