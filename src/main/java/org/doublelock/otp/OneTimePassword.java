package org.doublelock.otp;

import java.util.Locale;
import java.util.Optional;

/** Six ASCII digits that are right for one time step. */
public final class OneTimePassword {

  public static final int DIGITS = 6;

  private static final int SIZE = 1_000_000;

  private final int value;

  private OneTimePassword(int value) {
    this.value = value;
  }

  /** The password whose digits this number has, with zeros before it: 0 to 999999. */
  static OneTimePassword of(int value) {
    if (value < 0 || value >= SIZE) {
      throw new IllegalArgumentException("not six digits");
    }
    return new OneTimePassword(value);
  }

  /** What was typed or sent, blanks around it aside; empty when it is not six ASCII digits. */
  public static Optional<OneTimePassword> parse(String typed) {
    String code = typed.strip();
    if (code.length() != DIGITS) {
      return Optional.empty();
    }
    int value = 0;
    for (int index = 0; index < DIGITS; index++) {
      int digit = code.charAt(index) - '0';
      if (digit < 0 || digit > 9) {
        return Optional.empty();
      }
      value = value * 10 + digit;
    }
    return Optional.of(new OneTimePassword(value));
  }

  /** Compares in constant time: a number is compared as a whole. */
  @Override
  public boolean equals(Object other) {
    return other instanceof OneTimePassword that && value == that.value;
  }

  @Override
  public int hashCode() {
    return OneTimePassword.class.hashCode();
  }

  /** The digits, as an authenticator shows them. */
  public String read() {
    return String.format(Locale.ROOT, "%0" + DIGITS + "d", value);
  }

  @Override
  public String toString() {
    return "OneTimePassword[hidden]";
  }
}
