package org.doublelock.verification;

/** Keys that a start has read, on H2. */
class WarmedKeysTest extends WarmedKeys {

  @Override
  Installation installation() {
    return memory();
  }
}
