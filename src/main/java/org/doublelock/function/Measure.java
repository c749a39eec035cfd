package org.doublelock.function;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a call of a function moves, told from its arguments before it is performed, so that a person
 * who unlocks a key can bound it.
 *
 * @param currency the unit, such as {@code USD}: at most 16 letters and digits
 * @param reading the amount, zero or more; empty where the arguments do not tell it, and then the
 *     call is in no bound
 */
public record Measure(String currency, Function<Arguments, Optional<BigDecimal>> reading) {

  private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}(\\.\\d{0,18})?");

  public Measure {
    if (!currency.matches("[A-Za-z0-9]{1,16}")) {
      throw new IllegalArgumentException("not a currency: " + currency);
    }
  }

  /** One that stands in a field of the call as a plain decimal number. */
  public static Measure ofField(String field, String currency) {
    return new Measure(currency, arguments -> arguments.text(field).flatMap(Measure::decimal));
  }

  public Optional<BigDecimal> of(Arguments arguments) {
    try {
      return reading.apply(arguments);
    } catch (FunctionFailure unreadable) {
      return Optional.empty();
    }
  }

  /** A plain decimal number below 10<sup>18</sup>, without a sign; empty for any other text. */
  public static Optional<BigDecimal> decimal(String text) {
    return Optional.of(text).filter(DECIMAL.asMatchPredicate()).map(BigDecimal::new);
  }
}
