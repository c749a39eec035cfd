package org.doublelock.vault;

import jakarta.ejb.ApplicationException;

/** No slow hash was computed, since too many others are waited for. Nothing was decided. */
@ApplicationException(rollback = true)
public final class HashingBusy extends RuntimeException {

  HashingBusy() {
    // a flood throws many, and where from says nothing
    super("too many slow hashes are waited for", null, false, false);
  }
}
