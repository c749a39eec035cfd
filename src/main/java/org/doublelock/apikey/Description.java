package org.doublelock.apikey;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person calls a key: 1 to 100 characters, no control characters, inner white space folded.
 * Unique among an account's keys, whatever the case.
 */
public record Description(String text) {

  public static final int MAX_LENGTH = 100;

  public Description {
    if (text.isBlank()
        || text.length() > MAX_LENGTH
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("not a description");
    }
  }

  /** What was typed, tidied; empty when it cannot be a description. */
  public static Optional<Description> parse(String typed) {
    String tidy =
        Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("[\\h]+", " ");
    try {
      return Optional.of(new Description(tidy));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /** The form that is compared and unique. */
  String key() {
    return text.toLowerCase(Locale.ROOT);
  }
}
