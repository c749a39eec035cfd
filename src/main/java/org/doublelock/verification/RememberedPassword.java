package org.doublelock.verification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed digest of a static password that was found right, so that later calls do not pay for the
 * slow hash. The key is random, lives in this process only and is never stored; the digest dies
 * with the snapshot it belongs to.
 */
final class RememberedPassword {

  private static final String HMAC = "HmacSHA256";
  private static final SecretKeySpec PROCESS_KEY = newKey();

  private volatile byte[] digest;

  boolean matches(String password) {
    byte[] remembered = digest;
    return remembered != null && MessageDigest.isEqual(remembered, digestOf(password));
  }

  void remember(String password) {
    digest = digestOf(password);
  }

  private static byte[] digestOf(String password) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(PROCESS_KEY);
      return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java lacks " + HMAC, missing);
    }
  }

  private static SecretKeySpec newKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return new SecretKeySpec(key, HMAC);
  }

  @Override
  public String toString() {
    return "RememberedPassword[hidden]";
  }
}
