package org.doublelock.sandbox.trading;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;

/**
 * From when to when an order lives.
 *
 * @param starts empty for at once
 * @param expires empty for never
 */
record Lifetime(Optional<Instant> starts, Optional<Instant> expires) {

  static final Lifetime UNBOUNDED = new Lifetime(Optional.empty(), Optional.empty());

  private static final Pattern SECONDS = Pattern.compile("\\+?\\d{1,11}");
  private static final long LAST = 99_999_999_999L;

  /**
   * Reads {@code starttm} and {@code expiretm}: {@code 0} and {@code +0} for neither, {@code +60}
   * for so many seconds from now, or seconds since 1970.
   *
   * @throws FunctionFailure {@code EGeneral:Invalid arguments:} and which of them: no time, or an
   *     end that is over or before the beginning
   */
  static Lifetime asked(Arguments arguments, Instant now) {
    Optional<Instant> starts =
        arguments.read("starttm", text -> read(text, now)).filter(now::isBefore);
    Optional<Instant> expires =
        arguments
            .read("expiretm", text -> read(text, now))
            .filter(time -> time.isAfter(Instant.EPOCH));
    Instant beginning = starts.orElse(now);
    if (expires.filter(end -> !end.isAfter(beginning)).isPresent()) {
      throw FunctionFailure.invalidArgument("expiretm");
    }
    return new Lifetime(starts, expires);
  }

  /** The beginning of time for a text that means no time. */
  private static Optional<Instant> read(String text, Instant now) {
    if (!SECONDS.matcher(text).matches()) {
      return Optional.empty();
    }
    long seconds = Long.parseLong(text.substring(text.startsWith("+") ? 1 : 0));
    if (seconds == 0) {
      return Optional.of(Instant.EPOCH);
    }
    Instant time = text.startsWith("+") ? now.plusSeconds(seconds) : Instant.ofEpochSecond(seconds);
    return Optional.of(time).filter(at -> at.getEpochSecond() <= LAST); // to be written so, too
  }
}
