package org.doublelock.verification;

/** Nonces out of order, on the embedded database. */
class NonceWindowTest extends NonceWindows {

  @Override
  Installation installation() {
    return memory();
  }
}
