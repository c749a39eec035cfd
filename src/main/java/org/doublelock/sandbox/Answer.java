package org.doublelock.sandbox;

import java.math.BigDecimal;
import java.time.Instant;

/** The published ways to write what is answered. */
public final class Answer {

  private Answer() {}

  /** Seconds since 1970 with a fraction of at most six digits, as a JSON number. */
  public static BigDecimal time(Instant instant) {
    long micros = instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    return BigDecimal.valueOf(micros, 6);
  }
}
