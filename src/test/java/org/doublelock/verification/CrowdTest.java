package org.doublelock.verification;

/** Many calls at once, on the embedded database. */
class CrowdTest extends Crowds {

  @Override
  Installation installation() {
    return memory();
  }
}
