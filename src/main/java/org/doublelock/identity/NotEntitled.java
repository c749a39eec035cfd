package org.doublelock.identity;

/** The provider knows somebody, and does not say of them what it has to say of people here. */
final class NotEntitled extends Exception {

  NotEntitled() {
    super("the required claim is not there", null);
  }
}
