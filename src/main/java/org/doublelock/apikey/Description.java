package org.doublelock.apikey;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.doublelock.edge.TypedText;

/**
 * What a person calls a key: 1 to 100 characters, no control characters, inner white space folded.
 * No two of an account's keys have one that looks the same.
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

  /**
   * What was typed, tidied; empty when it cannot be a description, or holds what nobody sees. Those
   * from before that was asked stay as they are.
   */
  public static Optional<Description> parse(String typed) {
    String tidy =
        Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("[\\h]+", " ");
    try {
      return Optional.of(new Description(tidy)).filter(each -> !TypedText.hidesSomething(tidy));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /** Whether what was typed is this, or so like it that a person would take it for it. */
  public boolean isLike(String typed) {
    return TypedText.areAlike(text, typed);
  }

  /** The form that is looked for and unique; what looks alike beyond that is compared here. */
  String key() {
    return text.toLowerCase(Locale.ROOT);
  }
}
