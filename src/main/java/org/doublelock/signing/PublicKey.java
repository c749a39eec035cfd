package org.doublelock.signing;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** What a program sends as {@code API-Key}: 42 random bytes as 56 characters of base64. */
public record PublicKey(String text) {

  private static final int BYTES = 42;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+/]{56}");

  public PublicKey {
    if (!isWrittenLike(text)) {
      throw new IllegalArgumentException("not a public key");
    }
  }

  /** Whether a text could be a public key at all: 56 characters of base64 and nothing else. */
  public static boolean isWrittenLike(String text) {
    return FORM.matcher(text).matches();
  }

  public static PublicKey generate(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new PublicKey(Base64.getEncoder().encodeToString(bytes));
  }
}
