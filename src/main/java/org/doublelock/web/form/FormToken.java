package org.doublelock.web.form;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token of one page's forms: a number that no other page has, and its HMAC under the session's
 * secret and who is signed in there. So one from before sign-in is good for nothing after it.
 */
final class FormToken {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String HMAC = "HmacSHA256";

  /** In bytes. Together forty characters, since a page sends a token with each of its forms. */
  private static final int NUMBER_LENGTH = 12;

  private static final int HMAC_LENGTH = 18;

  private FormToken() {}

  /**
   * @param openSession the token of who is signed in; empty when nobody is
   */
  static String make(byte[] secret, String openSession) {
    byte[] number = new byte[NUMBER_LENGTH];
    RANDOM.nextBytes(number);
    byte[] whole = Arrays.copyOf(number, NUMBER_LENGTH + HMAC_LENGTH);
    System.arraycopy(hmac(secret, number, openSession), 0, whole, NUMBER_LENGTH, HMAC_LENGTH);
    return Base64.getUrlEncoder().encodeToString(whole);
  }

  /** Whether the token was made from these two; in constant time. */
  static boolean isGood(String token, byte[] secret, String openSession) {
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notOne) {
      return false;
    }
    if (whole.length != NUMBER_LENGTH + HMAC_LENGTH) {
      return false;
    }
    byte[] expected = hmac(secret, Arrays.copyOf(whole, NUMBER_LENGTH), openSession);
    return MessageDigest.isEqual(
        expected, Arrays.copyOfRange(whole, NUMBER_LENGTH, NUMBER_LENGTH + HMAC_LENGTH));
  }

  private static byte[] hmac(byte[] secret, byte[] number, String openSession) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      mac.update(number);
      return Arrays.copyOf(mac.doFinal(openSession.getBytes(StandardCharsets.UTF_8)), HMAC_LENGTH);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
