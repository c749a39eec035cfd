package org.doublelock.otp;

import java.time.Duration;
import java.time.Instant;

/** The number of 30-second steps since 1970 (RFC 6238 section 4.2, with X = 30 and T0 = 0). */
public record TimeStep(long value) implements Comparable<TimeStep> {

  public static final Duration LENGTH = Duration.ofSeconds(30);

  public static TimeStep at(Instant instant) {
    return new TimeStep(Math.floorDiv(instant.getEpochSecond(), LENGTH.toSeconds()));
  }

  public TimeStep plus(long steps) {
    return new TimeStep(value + steps);
  }

  @Override
  public int compareTo(TimeStep other) {
    return Long.compare(value, other.value);
  }
}
