package org.doublelock.otp;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Base32;

/** What an authenticator and the verifier share: 20 random bytes (RFC 4226 section 4, R6). */
public final class SharedSecret {

  /** The length in bytes; 32 characters of Base32. */
  public static final int LENGTH = 20;

  private static final int GROUP = 4;

  private final byte[] bytes;

  private SharedSecret(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a shared secret has 20 bytes");
    }
    this.bytes = bytes;
  }

  public static SharedSecret generate(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new SharedSecret(bytes);
  }

  public static SharedSecret fromBytes(byte[] bytes) {
    return new SharedSecret(bytes.clone());
  }

  /** The secret itself, to compute with or to seal. */
  public byte[] readBytes() {
    return bytes.clone();
  }

  /** The secret in Base32 without padding, as provisioning URIs carry it. */
  public String readBase32() {
    return new Base32().encodeToString(bytes);
  }

  /** The secret in groups of four characters, to be typed by hand. */
  public String readGrouped() {
    String text = readBase32();
    return IntStream.range(0, text.length() / GROUP)
        .mapToObj(group -> text.substring(group * GROUP, (group + 1) * GROUP))
        .collect(Collectors.joining(" "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SharedSecret that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return SharedSecret.class.hashCode();
  }

  @Override
  public String toString() {
    return "SharedSecret[hidden]";
  }
}
