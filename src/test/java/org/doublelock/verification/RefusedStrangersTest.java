package org.doublelock.verification;

/** Refused callers, on the embedded database. */
class RefusedStrangersTest extends RefusedStrangers {

  @Override
  Installation installation() {
    return memory();
  }
}
