package org.doublelock.account.session;

import jakarta.ejb.ApplicationException;

/** The session that asks has been ended meanwhile; nothing was changed. */
@ApplicationException(rollback = true)
public final class SessionEnded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SessionEnded() {
    super("the session has ended", null, false, false);
  }
}
