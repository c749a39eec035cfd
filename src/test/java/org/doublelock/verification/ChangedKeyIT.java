package org.doublelock.verification;

/** Keys that change, on PostgreSQL. */
class ChangedKeyIT extends ChangedKeys {

  @Override
  Installation installation() {
    return postgresql();
  }
}
