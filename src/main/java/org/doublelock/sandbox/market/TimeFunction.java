package org.doublelock.sandbox.market;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.doublelock.function.Arguments;
import org.doublelock.sandbox.UnsignedFunction;

/** {@code Time}: the server's clock. */
@Dependent
public class TimeFunction extends UnsignedFunction<TimeFunction.Result> {

  private static final DateTimeFormatter RFC_1123 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yy HH:mm:ss xx", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  record Result(long unixtime, String rfc1123) {}

  public TimeFunction() {
    super("Time");
  }

  @Override
  protected Result answer(Arguments arguments, Instant now) {
    return new Result(now.getEpochSecond(), RFC_1123.format(now));
  }
}
