package org.doublelock.verification;

/** Keys that change, on the embedded database. */
class ChangedKeyTest extends ChangedKeys {

  @Override
  Installation installation() {
    return memory();
  }
}
