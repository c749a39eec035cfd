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
    boolean valid =
        code.length() == DIGITS
            && code.chars().allMatch(character -> character >= '0' && character <= '9');
    return valid ? Optional.of(new OneTimePassword(Integer.parseInt(code))) : Optional.empty();
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
