package org.doublelock.verification;

/** Refused callers, on the embedded database. */
class RefusedCallersTest extends RefusedCallers {

  @Override
  Installation installation() {
    return memory();
  }
}
