package org.doublelock.verification;

/** Refused callers, on PostgreSQL. */
class RefusedStrangersIT extends RefusedStrangers {

  @Override
  Installation installation() {
    return postgresql();
  }
}
