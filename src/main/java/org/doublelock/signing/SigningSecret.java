package org.doublelock.signing;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The 64 bytes that sign a key's calls. Shows itself only to who asks for it by name. */
public final class SigningSecret {

  /** The length in bytes; 88 characters of base64. */
  public static final int LENGTH = 64;

  private final byte[] bytes;

  private SigningSecret(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a signing secret has 64 bytes");
    }
    this.bytes = bytes;
  }

  public static SigningSecret generate(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new SigningSecret(bytes);
  }

  public static SigningSecret fromBytes(byte[] bytes) {
    return new SigningSecret(bytes.clone());
  }

  /** The secret itself, to sign with or to seal. */
  public byte[] readBytes() {
    return bytes.clone();
  }

  /** The secret as its owner is shown it, once. */
  public String readBase64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SigningSecret that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return SigningSecret.class.hashCode();
  }

  @Override
  public String toString() {
    return "SigningSecret[hidden]";
  }
}
