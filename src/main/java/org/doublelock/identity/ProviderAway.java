package org.doublelock.identity;

/** The provider cannot be reached, or does not answer as one. */
public final class ProviderAway extends Exception {

  private static final long serialVersionUID = 1L;

  ProviderAway(String why, Throwable cause) {
    super(why, cause);
  }
}
