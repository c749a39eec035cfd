package org.doublelock.verification;

/** Refused callers, on PostgreSQL. */
class RefusedCallersIT extends RefusedCallers {

  @Override
  Installation installation() {
    return postgresql();
  }
}
