package org.doublelock.verification;

/** What a call is answered, on PostgreSQL. */
class VerificationServiceIT extends Decisions {

  @Override
  Installation installation() {
    return postgresql();
  }
}
