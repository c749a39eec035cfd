package org.doublelock.vault;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a new password has to be: long enough and not one that guessers try first (NIST SP 800-63B
 * section 5.1.1.2). No rule about kinds of characters.
 */
public final class PasswordRule {

  /** The fewest characters, counted as code points. */
  public static final int SHORTEST = 10;

  /** The most characters; enough for any phrase, and a bound on the work of hashing. */
  public static final int LONGEST = 256;

  private static final int FEWEST_DIFFERENT = 5;
  private static final Set<String> WELL_KNOWN = wellKnown();

  private PasswordRule() {}

  /**
   * The first thing wrong with a password.
   *
   * @param related names that a guesser would start with, such as the user name
   */
  public static Optional<PasswordFault> check(String password, Collection<String> related) {
    String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
    int length = normal.codePointCount(0, normal.length());
    if (length < SHORTEST) {
      return Optional.of(PasswordFault.TOO_SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(PasswordFault.TOO_LONG);
    }
    String folded = normal.toLowerCase(Locale.ROOT);
    if (WELL_KNOWN.contains(folded) || WELL_KNOWN.contains(core(folded))) {
      return Optional.of(PasswordFault.WELL_KNOWN);
    }
    return isPredictable(folded, related)
        ? Optional.of(PasswordFault.PREDICTABLE)
        : Optional.empty();
  }

  private static boolean isPredictable(String folded, Collection<String> related) {
    return folded.codePoints().distinct().count() < FEWEST_DIFFERENT
        || isRow(folded)
        || related.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> name.length() > 2)
            .anyMatch(name -> folded.replace(name, "").length() < FEWEST_DIFFERENT);
  }

  /** The password without the digits and marks that people add around a word. */
  private static String core(String folded) {
    return folded.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
  }

  private static boolean isRow(String text) {
    for (int index = 2; index < text.length(); index++) {
      int step = text.charAt(1) - text.charAt(0);
      if (Math.abs(step) > 1 || text.charAt(index) - text.charAt(index - 1) != step) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> wellKnown() {
    try {
      return Set.copyOf(
          StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
              .map(word -> word.toLowerCase(Locale.ROOT))
              .collect(java.util.stream.Collectors.toSet()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the list of well-known passwords is missing", unreadable);
    }
  }
}
