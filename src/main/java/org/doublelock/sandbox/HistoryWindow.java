package org.doublelock.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.PrivateFunction.Parameter;

/**
 * Which part of a history is asked for and may be shown.
 *
 * @param after nothing from this instant or before it
 * @param until nothing after this instant
 * @param offset how many of the newest entries to leave out
 */
public record HistoryWindow(Instant after, Instant until, int offset) {

  /** How many entries an answer has at most. */
  public static final int PAGE = 50;

  private static final int MAX_OFFSET = 999_999_999;

  /** What {@link #asked} reads. */
  public static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter(
              "start",
              false,
              "Nothing from this time or before it, in seconds since 1970, or an id instead"),
          new Parameter(
              "end", false, "Nothing after this time, in seconds since 1970, or an id instead"),
          new Parameter(
                  "ofs", false, "How many of the newest to leave out; an answer has at most 50")
              .whole(0, MAX_OFFSET));

  private static final Instant BEGINNING = Instant.EPOCH;
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");

  /**
   * Reads {@code start} (exclusive), {@code end} (inclusive), each in seconds since 1970 or an id,
   * and {@code ofs}; then narrows to what the key may query.
   *
   * @param timeOfId when the thing with an id happened, if it lies in the dates that it is given:
   *     to a key that may not query it, it is as unknown as what does not exist
   * @throws FunctionFailure {@code EGeneral:Invalid arguments:} and which of them
   */
  public static HistoryWindow asked(
      AskedCall call, BiFunction<String, HistoryWindow, Optional<Instant>> timeOfId) {
    HistoryWindow permitted = permitted(call.caller());
    Function<String, Optional<Instant>> time =
        text -> time(text, id -> timeOfId.apply(id, permitted));
    int offset = call.arguments().whole("ofs", 0, MAX_OFFSET).orElse(0);
    Instant after = call.arguments().read("start", time).orElse(BEGINNING);
    Instant until = call.arguments().read("end", time).orElse(END);
    return new HistoryWindow(after, until, offset).narrowed(permitted);
  }

  /** All that the key may query. */
  public static HistoryWindow permitted(FunctionCaller caller) {
    // A microsecond is what the books tell apart, and the first instant permitted is inclusive.
    Instant after =
        caller.queryFrom().map(from -> from.minus(1, ChronoUnit.MICROS)).orElse(BEGINNING);
    return new HistoryWindow(after, caller.queryTo().orElse(END), 0);
  }

  private HistoryWindow narrowed(HistoryWindow other) {
    return new HistoryWindow(
        after.isAfter(other.after) ? after : other.after,
        until.isBefore(other.until) ? until : other.until,
        offset);
  }

  /** How many there are on all pages together, unless the call leaves that out. */
  public static Optional<Long> count(AskedCall call, Supplier<Long> counting) {
    return call.arguments().flag("without_count") ? Optional.empty() : Optional.of(counting.get());
  }

  public boolean contains(Instant instant) {
    return instant.isAfter(after) && !instant.isAfter(until);
  }

  private static Optional<Instant> time(String text, Function<String, Optional<Instant>> timeOfId) {
    if (SECONDS.matcher(text).matches()) {
      long micros = new BigDecimal(text).movePointRight(6).longValue();
      Instant time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
      return Optional.of(time.isAfter(END) ? END : time);
    }
    return timeOfId.apply(text);
  }
}
