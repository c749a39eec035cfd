package org.doublelock.acceptance;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The app on a person's phone: RFC 6238 with SHA-1, six digits and steps of 30 seconds, written
 * from the RFC and sharing nothing with the application.
 *
 * @param setupKey base32, spaces allowed
 */
public record Authenticator(String setupKey) {

  public Authenticator {
    Secrets.made(setupKey.replaceAll("\\s", ""));
    Secrets.made(setupKey.strip());
  }

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final long STEP_SECONDS = 30;

  /** The code that is shown now. */
  public String code() {
    return codeAt(Instant.now());
  }

  /** A code that no clock within minutes shows. */
  public String wrongCode() {
    String far = codeAt(Instant.now().plusSeconds(40 * STEP_SECONDS));
    for (int steps = -3; steps <= 3; steps++) {
      if (far.equals(codeAt(Instant.now().plusSeconds(steps * STEP_SECONDS)))) {
        return codeAt(Instant.now().plusSeconds(50 * STEP_SECONDS));
      }
    }
    return far;
  }

  /** The code of the step that holds the instant. */
  public String codeAt(Instant time) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(decode(setupKey), "HmacSHA1"));
      byte[] counter =
          ByteBuffer.allocate(Long.BYTES).putLong(time.getEpochSecond() / STEP_SECONDS).array();
      byte[] hash = mac.doFinal(counter);
      int offset = hash[hash.length - 1] & 0xf;
      int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return String.format(Locale.ROOT, "%06d", truncated % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] decode(String base32) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (char letter : base32.replaceAll("[\\s=]", "").toUpperCase(Locale.ROOT).toCharArray()) {
      int value = BASE32.indexOf(letter);
      if (value < 0) {
        throw new IllegalArgumentException("not base32: " + letter);
      }
      buffer = buffer << 5 | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(buffer >> bits & 0xff);
      }
    }
    return bytes.toByteArray();
  }

  @Override
  public String toString() {
    return "Authenticator";
  }
}
