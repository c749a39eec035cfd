package org.doublelock.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.doublelock.edge.TypedText;

/**
 * The name an account holder signs in with: 3 to 64 letters, digits and {@code . _ - @ +}. Two
 * names that differ only in case are the same, and no new one looks like another.
 */
public record UserName(String text) {

  /** As the stricter database counts, H2: rare letters twice. So a name can move to either. */
  private static final int MOST_KEPT = 64;

  public UserName {
    if (!text.matches("[\\p{L}\\p{N}._@+-]{3,64}")) {
      throw new IllegalArgumentException("not a user name");
    }
  }

  /** The name that was typed; empty when it cannot be one. */
  public static Optional<UserName> parse(String typed) {
    try {
      return Optional.of(new UserName(Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC)));
    } catch (IllegalArgumentException notAName) {
      return Optional.empty();
    }
  }

  /** The same for a new account, whose name is to hold nothing that nobody sees, and to be kept. */
  public static Optional<UserName> parseNew(String typed) {
    return parse(typed)
        .filter(name -> !TypedText.hidesSomething(name.text()))
        .filter(UserName::isKept);
  }

  /** Some letters have a small form of two. */
  private boolean isKept() {
    return text.length() <= MOST_KEPT && key().length() <= MOST_KEPT;
  }

  /** The form that is compared and unique. */
  public String key() {
    return text.toLowerCase(Locale.ROOT);
  }
}
