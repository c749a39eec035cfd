package org.doublelock.verification;

/** Many calls at once, on PostgreSQL. */
class CrowdIT extends Crowds {

  @Override
  Installation installation() {
    return postgresql();
  }
}
