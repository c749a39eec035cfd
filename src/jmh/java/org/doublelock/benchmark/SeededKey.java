package org.doublelock.benchmark;

import java.util.Optional;
import org.doublelock.otp.SharedSecret;
import org.doublelock.signing.SigningSecret;

/**
 * A key that is in the database, as the program that calls with it knows it.
 *
 * @param app what its codes are made of
 * @param password its static password instead; a program that knows neither sends no code
 */
record SeededKey(
    String publicKey, SigningSecret secret, Optional<SharedSecret> app, Optional<String> password) {

  /** The same as a program knows it that cannot send a code. */
  SeededKey withoutCode() {
    return new SeededKey(publicKey, secret, Optional.empty(), Optional.empty());
  }
}
