package org.doublelock.verification;

/** Nonces far ahead, on H2. */
class FarNoncesTest extends FarNonces {

  @Override
  Installation installation() {
    return memory();
  }
}
