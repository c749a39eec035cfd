package org.doublelock.sandbox;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the amounts that clients send. */
public final class Amounts {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,20}(\\.\\d{0,20})?|\\.\\d{1,20}");
  private static final BigDecimal LIMIT = new BigDecimal("1e15");

  private Amounts() {}

  /**
   * A positive amount below 10<sup>15</sup> with no superfluous zeros, such as {@code 0.002} or
   * {@code .002}; empty when the text is anything else, one with an exponent too.
   */
  public static Optional<BigDecimal> read(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(text).stripTrailingZeros();
    return Optional.of(amount).filter(Amounts::isOne);
  }

  /** Whether it is positive and below 10<sup>15</sup>. */
  public static boolean isOne(BigDecimal amount) {
    return amount.signum() > 0 && amount.compareTo(LIMIT) < 0;
  }
}
