package org.doublelock.verification;

import org.doublelock.vault.HashingBusy;

/**
 * The database, or a slow hash, is not to be had. The caller cannot be told what was decided; no
 * call is performed, though its nonce may be spent.
 */
@jakarta.ejb.ApplicationException
public final class Unavailable extends RuntimeException {

  Unavailable(Throwable cause) {
    super(
        cause instanceof HashingBusy ? cause.getMessage() : "the database cannot be reached",
        cause);
  }
}
