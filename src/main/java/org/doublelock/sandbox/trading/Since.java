package org.doublelock.sandbox.trading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time that a client goes on from: seconds since 1970, or nanoseconds. */
final class Since {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}(\\.\\d{1,9})?");
  private static final Pattern NANOS = Pattern.compile("\\d{12,19}");
  private static final long IN_A_SECOND = 1_000_000_000L;

  private static final Instant LAST = Instant.ofEpochSecond(0, Long.MAX_VALUE);

  private Since() {}

  /** Whatever is later than nanoseconds reach in 64 bits, which is what is answered, is that. */
  static Optional<Instant> read(String text) {
    return readWhole(text).map(at -> at.isAfter(LAST) ? LAST : at);
  }

  private static Optional<Instant> readWhole(String text) {
    if (SECONDS.matcher(text).matches()) {
      BigDecimal seconds = new BigDecimal(text);
      return Optional.of(
          Instant.ofEpochSecond(
              seconds.longValue(),
              seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue()));
    }
    if (!NANOS.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal nanos = new BigDecimal(text);
    return Optional.of(
        Instant.ofEpochSecond(
            nanos.divideToIntegralValue(BigDecimal.valueOf(IN_A_SECOND)).longValue(),
            nanos.remainder(BigDecimal.valueOf(IN_A_SECOND)).longValue()));
  }
}
