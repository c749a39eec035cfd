package org.doublelock.account.session;

import jakarta.ejb.ApplicationException;

/** That form was sent before, here or on another node; nothing was changed. */
@ApplicationException(rollback = true)
public final class FormSent extends Exception {

  public FormSent() {
    super("that form was sent before", null, false, false);
  }
}
