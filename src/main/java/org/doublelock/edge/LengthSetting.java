package org.doublelock.edge;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** A setting that is a length of time, as an ISO 8601 duration. */
public final class LengthSetting {

  private LengthSetting() {}

  /**
   * @param such what it may be, for whoever set something else
   * @param bound the least length in words
   * @throws IllegalArgumentException for what is no duration, or a shorter one
   */
  public static Duration parse(
      String name, String value, String such, Duration least, String bound) {
    Duration length;
    try {
      length = Duration.parse(value.strip());
    } catch (DateTimeParseException unreadable) {
      throw new IllegalArgumentException(
          name + " is a duration such as " + such + ", not " + value, unreadable);
    }
    if (length.compareTo(least) < 0) {
      throw new IllegalArgumentException(name + " is " + bound);
    }
    return length;
  }
}
