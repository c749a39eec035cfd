package org.doublelock.account.factor;

import java.text.Normalizer;
import java.util.Optional;
import org.doublelock.edge.TypedText;

/** What a person calls one of their authenticators: 1 to 60 characters, no control characters. */
public record FactorName(String text) {

  public static final int MAX_LENGTH = 60;

  public FactorName {
    if (text.isBlank()
        || text.length() > MAX_LENGTH
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("not a name for an authenticator");
    }
  }

  /** What was typed, tidied; empty when it cannot be a name, or holds what nobody sees. */
  public static Optional<FactorName> parse(String typed) {
    String tidy =
        Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFC)
            .strip()
            .replaceAll("\\h+", " ");
    try {
      return Optional.of(new FactorName(tidy)).filter(each -> !TypedText.hidesSomething(tidy));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /** Whether a person would take the two for one. */
  public boolean isLike(String other) {
    return TypedText.areAlike(text, other);
  }
}
