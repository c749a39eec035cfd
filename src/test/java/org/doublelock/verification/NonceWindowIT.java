package org.doublelock.verification;

/** Nonces out of order, on PostgreSQL. */
class NonceWindowIT extends NonceWindows {

  @Override
  Installation installation() {
    return postgresql();
  }
}
