package org.doublelock.activity;

import java.util.Optional;

/**
 * A place in a list that is read from the newest to the oldest; what comes in later moves nothing.
 */
public record Position(long atMillis, long id) {

  /** The same from its text; what is none is the beginning. */
  public static Optional<Position> parse(String text) {
    try {
      String[] parts = text.split("-", -1);
      return parts.length == 2
          ? Optional.of(new Position(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
          : Optional.empty();
    } catch (NumberFormatException notAPosition) {
      return Optional.empty();
    }
  }

  /** For a URL. */
  @Override
  public String toString() {
    return atMillis + "-" + id;
  }
}
