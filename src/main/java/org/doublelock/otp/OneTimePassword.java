package org.doublelock.otp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Six ASCII digits that are right for one time step. */
public final class OneTimePassword {

  public static final int DIGITS = 6;

  private final byte[] digits;

  private OneTimePassword(String digits) {
    this.digits = digits.getBytes(StandardCharsets.US_ASCII);
  }

  /** What was typed or sent, blanks around it aside; empty when it is not six ASCII digits. */
  public static Optional<OneTimePassword> parse(String typed) {
    String code = typed.strip();
    boolean valid =
        code.length() == DIGITS
            && code.chars().allMatch(character -> character >= '0' && character <= '9');
    return valid ? Optional.of(new OneTimePassword(code)) : Optional.empty();
  }

  /** Compares in constant time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof OneTimePassword that && MessageDigest.isEqual(digits, that.digits);
  }

  @Override
  public int hashCode() {
    return OneTimePassword.class.hashCode();
  }

  /** The digits, as an authenticator shows them. */
  public String read() {
    return new String(digits, StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "OneTimePassword[hidden]";
  }
}
