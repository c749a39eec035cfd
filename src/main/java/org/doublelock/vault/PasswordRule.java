package org.doublelock.vault;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * What a new password has to be: long enough and not one that guessers try first (NIST SP 800-63B).
 * No rule about kinds of characters.
 */
public final class PasswordRule {

  /** The fewest characters where nothing else is set, counted as code points. */
  public static final int SHORTEST = 12;

  /** The most characters; enough for any phrase, and a bound on the work of hashing. */
  public static final int LONGEST = 256;

  static final String SETTING = "doublelock.password.min-length";

  /** NIST's least, and the length that NIST wants allowed in any case. */
  private static final int LEAST_SHORTEST = 8;

  private static final int GREATEST_SHORTEST = 64;

  private static final int FEWEST_DIFFERENT = 5;
  private static final int MAX_DECORATION = 6;
  private static final String PRODUCT = "doublelock";
  private static final Set<String> WELL_KNOWN = wellKnown();

  private final int shortest;

  private PasswordRule(int shortest) {
    this.shortest = shortest;
  }

  /**
   * The rule with another least length.
   *
   * @param shortest in code points, 8 to 64
   */
  public static PasswordRule atLeast(int shortest) {
    if (shortest < LEAST_SHORTEST || shortest > GREATEST_SHORTEST) {
      throw new IllegalArgumentException(
          SETTING + " has to be from " + LEAST_SHORTEST + " to " + GREATEST_SHORTEST);
    }
    return new PasswordRule(shortest);
  }

  /** The rule with the least length of the setting {@code doublelock.password.min-length}. */
  public static PasswordRule from(Config config) {
    return atLeast(config.getOptionalValue(SETTING, Integer.class).orElse(SHORTEST));
  }

  public int shortest() {
    return shortest;
  }

  /**
   * All that is wrong with a password, none when it is good.
   *
   * @param related names that a guesser would start with, such as the user name
   */
  public Set<PasswordFault> faults(String password, Collection<String> related) {
    Set<PasswordFault> faults = EnumSet.noneOf(PasswordFault.class);
    String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
    int typed = password.codePointCount(0, password.length());
    int hashed = normal.codePointCount(0, normal.length());
    if (Math.min(typed, hashed) < shortest) {
      faults.add(PasswordFault.TOO_SHORT);
    }
    if (Math.max(typed, hashed) > LONGEST) {
      faults.add(PasswordFault.TOO_LONG);
      return faults;
    }
    String folded = normal.toLowerCase(Locale.ROOT);
    if (isWellKnown(folded) || isWellKnown(repeated(folded))) {
      faults.add(PasswordFault.WELL_KNOWN);
    }
    if (isPredictable(folded) || isPredictable(repeated(folded)) || isName(folded, related)) {
      faults.add(PasswordFault.PREDICTABLE);
    }
    return faults;
  }

  /** On the list, as it is or inside a few digits and marks as people add them. */
  private static boolean isWellKnown(String folded) {
    String word = folded.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    String decoration = folded.replace(word, "");
    return WELL_KNOWN.contains(folded)
        || WELL_KNOWN.contains(word)
            && (decoration.length() <= MAX_DECORATION || isPredictable(decoration));
  }

  private static boolean isPredictable(String folded) {
    return folded.codePoints().distinct().count() < FEWEST_DIFFERENT || KeyRow.makesUp(folded);
  }

  /** Made of the names alone, but for a few characters. */
  private static boolean isName(String folded, Collection<String> related) {
    List<String> names =
        Stream.concat(Stream.of(PRODUCT), related.stream())
            .map(name -> Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .filter(name -> name.length() > 2)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    String rest = folded;
    for (String name : names) {
      rest = rest.replace(name, "");
    }
    return rest.length() < folded.length() && rest.length() < FEWEST_DIFFERENT;
  }

  /** The shortest part whose repetition is the text; the text itself when nothing is repeated. */
  private static String repeated(String text) {
    for (int period = 1; period <= text.length() / 2; period++) {
      if (text.startsWith(text.substring(period))) {
        return text.substring(0, period);
      }
    }
    return text;
  }

  private static Set<String> wellKnown() {
    try {
      return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
          .map(word -> word.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the list of well-known passwords is missing", unreadable);
    }
  }
}
