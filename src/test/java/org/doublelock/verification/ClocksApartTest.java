package org.doublelock.verification;

/** Clocks of nodes apart, on the embedded database. */
class ClocksApartTest extends ClocksApart {

  @Override
  Installation installation() {
    return memory();
  }
}
