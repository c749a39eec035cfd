package org.doublelock.signing;

import java.time.Instant;
import java.util.Optional;

/**
 * The number that makes each call of a key different: unsigned, 64 bits. Clients count in
 * milliseconds, microseconds or nanoseconds; the unit is theirs.
 */
public record Nonce(long unsignedBits) implements Comparable<Nonce> {

  private static final int MAX_DIGITS = 20;
  private static final int DIGITS_OF_SECONDS = 10;
  private static final int DIGITS_OF_NANOSECONDS = 9;

  /**
   * Reads a nonce written in decimal: 1 to 20 ASCII digits, at most 2^64-1. Leading zeros are
   * digits too. Signs, spaces, exponents and other scripts' digits are none.
   */
  public static Optional<Nonce> parse(String text) {
    if (text.isEmpty() || text.length() > MAX_DIGITS || !isDigits(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Nonce(Long.parseUnsignedLong(text)));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  private static boolean isDigits(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) < '0' || text.charAt(index) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * The nonce as a signed number in the same order: 0 is the lowest long, 2^64-1 the highest. This
   * is the form in the database, where integers are signed.
   */
  public long toOrdered() {
    return unsignedBits ^ Long.MIN_VALUE;
  }

  public static Nonce fromOrdered(long ordered) {
    return new Nonce(ordered ^ Long.MIN_VALUE);
  }

  /** The nonce so many units above, or the highest one there is. */
  public Nonce plus(long units) {
    long sum = unsignedBits + units;
    return Long.compareUnsigned(sum, unsignedBits) < 0 ? new Nonce(-1L) : new Nonce(sum);
  }

  /** The nonce so many units below, or 0. */
  public Nonce minus(long units) {
    return Long.compareUnsigned(unsignedBits, units) < 0
        ? new Nonce(0)
        : new Nonce(unsignedBits - units);
  }

  /**
   * The instant that the nonce tells, where it can be one: clients count in seconds or in tenths,
   * hundredths and so on of them, and until the year 2286 seconds have ten digits. Empty for fewer
   * digits, and for more than nanoseconds have.
   */
  public Optional<Instant> instant() {
    String digits = toString();
    int fraction = digits.length() - DIGITS_OF_SECONDS;
    if (fraction < 0 || fraction > DIGITS_OF_NANOSECONDS) {
      return Optional.empty();
    }
    long seconds = Long.parseLong(digits.substring(0, DIGITS_OF_SECONDS));
    String nanos =
        digits.substring(DIGITS_OF_SECONDS) + "0".repeat(DIGITS_OF_NANOSECONDS - fraction);
    return Optional.of(Instant.ofEpochSecond(seconds, Long.parseLong(nanos)));
  }

  @Override
  public int compareTo(Nonce other) {
    return Long.compareUnsigned(unsignedBits, other.unsignedBits);
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(unsignedBits);
  }
}
