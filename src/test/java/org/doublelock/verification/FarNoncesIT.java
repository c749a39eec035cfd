package org.doublelock.verification;

/** Nonces far ahead, on PostgreSQL. */
class FarNoncesIT extends FarNonces {

  @Override
  Installation installation() {
    return postgresql();
  }
}
