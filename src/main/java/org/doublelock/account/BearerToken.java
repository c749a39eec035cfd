package org.doublelock.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * 256 random bits that a browser or a session carries. The database knows the hash alone; with that
 * much chance in it, a fast one is enough.
 */
public final class BearerToken {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final int CHARACTERS = 43;

  private final String text;

  private BearerToken(String text) {
    this.text = text;
  }

  public static BearerToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new BearerToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What was sent; empty when it cannot be one. */
  public static Optional<BearerToken> parse(String sent) {
    return Optional.ofNullable(sent)
        .filter(text -> text.matches("[A-Za-z0-9_-]{" + CHARACTERS + "}"))
        .map(BearerToken::new);
  }

  /** The token itself, for its carrier only. */
  public String read() {
    return text;
  }

  /** SHA-256, 64 hexadecimal digits: what is stored. */
  public String hash() {
    return sha256(text);
  }

  /** The same of any text that holds as much chance, or that is no secret. */
  public static String sha256(String text) {
    return DigestUtils.sha256Hex(text);
  }

  @Override
  public String toString() {
    return "BearerToken[hidden]";
  }
}
