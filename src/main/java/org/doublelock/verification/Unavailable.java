package org.doublelock.verification;

/** The database cannot be asked, so nothing can be decided: the call is not accepted. */
@jakarta.ejb.ApplicationException
public final class Unavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unavailable(Throwable cause) {
    super("the database cannot be reached", cause);
  }
}
