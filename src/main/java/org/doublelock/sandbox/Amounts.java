package org.doublelock.sandbox;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the amounts that clients send. */
public final class Amounts {

  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,20}(\\.\\d{0,20})?([eE][+-]?\\d{1,2})?");
  private static final BigDecimal LIMIT = new BigDecimal("1e15");

  private Amounts() {}

  /**
   * A positive amount below 10<sup>15</sup> with no superfluous zeros; empty when the text is
   * anything else. Bounded before it is computed with, since a short text can stand for a number of
   * a billion digits.
   */
  public static Optional<BigDecimal> read(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(text).stripTrailingZeros();
    if (amount.signum() <= 0 || amount.compareTo(LIMIT) >= 0) {
      return Optional.empty();
    }
    return Optional.of(amount);
  }
}
