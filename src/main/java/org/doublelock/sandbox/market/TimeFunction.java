package org.doublelock.sandbox.market;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.doublelock.function.Arguments;
import org.doublelock.function.PublicFunction;
import org.doublelock.sandbox.Answer;

/** {@code Time}: the server's clock. */
@Dependent
public class TimeFunction implements PublicFunction {

  private static final DateTimeFormatter RFC_1123 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yy HH:mm:ss xx", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  @Override
  public String name() {
    return "Time";
  }

  @Override
  public JsonValue call(Arguments arguments, Instant now) {
    return Answer.object()
        .add("unixtime", now.getEpochSecond())
        .add("rfc1123", RFC_1123.format(now))
        .build();
  }
}
