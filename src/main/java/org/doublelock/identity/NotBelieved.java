package org.doublelock.identity;

/** What the provider is said to have answered does not hold. */
final class NotBelieved extends Exception {

  private static final long serialVersionUID = 1L;

  NotBelieved(String why, Throwable cause) {
    super(why, cause);
  }
}
