package org.doublelock.identity;

/** What the provider is said to have answered does not hold. */
final class NotBelieved extends Exception {

  NotBelieved(String why, Throwable cause) {
    super(why, cause);
  }
}
