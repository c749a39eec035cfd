package org.doublelock.signing;

import java.security.SecureRandom;
import java.util.Base64;

/** What a program sends as {@code API-Key}: 42 random bytes as 56 characters of base64. */
public record PublicKey(String text) {

  private static final int BYTES = 42;

  public PublicKey {
    if (!text.matches("[A-Za-z0-9+/]{56}")) {
      throw new IllegalArgumentException("not a public key");
    }
  }

  public static PublicKey generate(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new PublicKey(Base64.getEncoder().encodeToString(bytes));
  }
}
