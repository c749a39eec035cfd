package org.doublelock.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What {@code API-Sign} has to be: HMAC-SHA512, under the signing secret, of the path followed by
 * SHA-256 of the nonce's text and the raw body.
 */
public final class RequestSignature {

  private static final String HMAC = "HmacSHA512";
  private static final String DIGEST = "SHA-256";

  private static final byte[] NOTHING = {};

  private final byte[] expected;

  private RequestSignature(byte[] expected) {
    this.expected = expected;
  }

  /**
   * @param path as sent, from {@code /0/} on, without a query
   * @param nonce the nonce's text as it stands in the body
   * @param rawBody the body's bytes as received
   */
  public static RequestSignature of(
      SigningSecret secret, String path, String nonce, byte[] rawBody) {
    try {
      MessageDigest digest = MessageDigest.getInstance(DIGEST);
      digest.update(nonce.getBytes(StandardCharsets.UTF_8));
      byte[] bodyDigest = digest.digest(rawBody);
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.readBytes(), HMAC));
      mac.update(path.getBytes(StandardCharsets.UTF_8));
      return new RequestSignature(mac.doFinal(bodyDigest));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java lacks " + HMAC + " or " + DIGEST, missing);
    }
  }

  /**
   * Compares the bytes, in constant time. They may be sent in base64 with padding or without;
   * whatever else is sent, of any length and shape, is simply not equal.
   */
  public boolean equalsText(String sent) {
    return MessageDigest.isEqual(expected, SignatureText.bytes(sent).orElse(NOTHING));
  }

  public String toBase64() {
    return Base64.getEncoder().encodeToString(expected);
  }

  @Override
  public String toString() {
    return "RequestSignature[hidden]";
  }
}
