package org.doublelock.verification;

/** Clocks of nodes apart, on PostgreSQL. */
class ClocksApartIT extends ClocksApart {

  @Override
  Installation installation() {
    return postgresql();
  }
}
