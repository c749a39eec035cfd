package org.doublelock.verification;

/** What a call is answered, on the embedded database. */
class VerificationServiceTest extends Decisions {

  @Override
  Installation installation() {
    return memory();
  }
}
