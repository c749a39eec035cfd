package org.doublelock.vault;

/** A sealed secret that this keyset cannot open: it was altered, moved, or sealed elsewhere. */
public final class BrokenSeal extends RuntimeException {

  BrokenSeal(String boundTo, Throwable cause) {
    super("cannot open the secret sealed for " + boundTo, cause);
  }
}
