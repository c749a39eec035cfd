package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A price as clients write it: a number, or a distance from another price. {@code +50} is that much
 * above it, {@code -50} below, {@code #50} on the side that the kind of order means; with {@code %}
 * the distance is a part of the other price.
 *
 * @param direction {@code =} for a price of its own
 */
record RelativePrice(char direction, BigDecimal amount, boolean isPercentage) {

  /** The longest text that stands for one. */
  static final int MAX_CHARACTERS = 32;

  private static final Pattern FORM =
      Pattern.compile("([+#-]?)((?:\\d{1,15}(?:\\.\\d{0,10})?|\\.\\d{1,10}))(%?)");
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  static Optional<RelativePrice> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (text.length() > MAX_CHARACTERS || !form.matches()) {
      return Optional.empty();
    }
    boolean percentage = !form.group(3).isEmpty();
    boolean own = form.group(1).isEmpty();
    if (own && percentage) {
      return Optional.empty();
    }
    return Optional.of(
        new RelativePrice(
            own ? '=' : form.group(1).charAt(0), new BigDecimal(form.group(2)), percentage));
  }

  boolean isRelative() {
    return direction != '=';
  }

  /** How far it is from the other price. */
  BigDecimal distance(BigDecimal other) {
    return isPercentage ? other.multiply(amount).divide(HUNDRED) : amount;
  }

  /**
   * The price itself.
   *
   * @param other what a distance is measured from
   * @param hashRises whether {@code #} means above it
   */
  BigDecimal from(BigDecimal other, boolean hashRises) {
    return switch (direction) {
      case '=' -> amount;
      case '+' -> other.add(distance(other));
      case '-' -> other.subtract(distance(other));
      default -> hashRises ? other.add(distance(other)) : other.subtract(distance(other));
    };
  }
}
