package org.doublelock.identity;

/** The provider cannot be reached, or does not answer as one. */
public final class ProviderAway extends Exception {

  ProviderAway(String why, Throwable cause) {
    super(why, cause);
  }
}
