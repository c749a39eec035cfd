package org.doublelock.edge;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.UnicodeSet;
import java.text.Normalizer;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a person typed, as others see it: what hides in it, what it looks like (UTS 39), and how to
 * put it into a sentence that it cannot turn around (UAX 9).
 */
public final class TypedText {

  /** Bidirectional controls among them, as PRECIS (RFC 8264) refuses them in free text. */
  private static final UnicodeSet HIDDEN =
      new UnicodeSet("[[:Default_Ignorable_Code_Point:][:Cf:][:Zl:][:Zp:]]").freeze();

  private static final UnicodeSet TURNING = new UnicodeSet("[:Bidi_Control:]").freeze();

  private static final UnicodeSet RIGHT_TO_LEFT =
      new UnicodeSet("[[:Bidi_Class=R:][:Bidi_Class=AL:][:Bidi_Class=AN:]]").freeze();

  /** The joiners and the variants of a sign, which some scripts and pictures are written with. */
  private static final Pattern JOINING =
      Pattern.compile("(?<=[^\\x00-\\x7F])[\\u200C\\u200D\\uFE0E\\uFE0F]");

  private static final SpoofChecker LOOKS = new SpoofChecker.Builder().build();

  /** Longer than any name: what is longer is never one, and would fill the memory. */
  private static final int LONGEST_KEPT = 256;

  /** Each new name is compared with all of an account's. */
  private static final LoadingCache<String, Set<String>> FOUND =
      Caffeine.newBuilder().maximumSize(10_000).build(TypedText::find);

  private static final String ISOLATE = "\u2068";
  private static final String END = "\u2069";

  private TypedText() {}

  /** Whether it holds what nobody sees: characters without a shape, or that turn the text. */
  public static boolean hidesSomething(String text) {
    return HIDDEN.containsSome(JOINING.matcher(text).replaceAll(""));
  }

  /**
   * What it looks like, as it is written and in small letters. Two texts that share one of these
   * are taken for one by a person. To be compared only with what this release made: the data behind
   * it changes.
   */
  public static Set<String> looks(String text) {
    return text.length() > LONGEST_KEPT ? find(text) : FOUND.get(text);
  }

  private static Set<String> find(String text) {
    String seen =
        without(HIDDEN, Normalizer.normalize(text, Normalizer.Form.NFKC))
            .replaceAll("[\\s\\p{Z}]+", " ")
            .strip();
    Set<String> looks = new TreeSet<>();
    looks.add(LOOKS.getSkeleton(seen));
    looks.add(LOOKS.getSkeleton(seen.toLowerCase(Locale.ROOT)));
    return Collections.unmodifiableSet(looks);
  }

  /** Whether a person would take the two for one. */
  public static boolean areAlike(String one, String other) {
    return isLikeOneOf(one, Stream.of(other));
  }

  /** Whether a person would take the text for one of the others. */
  public static boolean isLikeOneOf(String text, Stream<String> others) {
    Set<String> own = looks(text);
    return others.anyMatch(other -> !Collections.disjoint(own, looks(other)));
  }

  /** Whether databases keep it as it is: without U+0000 and without half of a surrogate pair. */
  public static boolean isStorable(String text) {
    return text.codePoints()
        .noneMatch(each -> each == 0 || Character.getType(each) == Character.SURROGATE);
  }

  /** The version of what {@link #looks} is made with. */
  public static String rules() {
    return UCharacter.getUnicodeVersion() + "/1";
  }

  /**
   * The text to be put into a sentence: without what would turn the rest of it, and set apart where
   * it runs from right to left itself.
   */
  public static String inSentence(String text) {
    String straight = TURNING.containsSome(text) ? without(TURNING, text) : text;
    return RIGHT_TO_LEFT.containsSome(straight) ? ISOLATE + straight + END : straight;
  }

  private static String without(UnicodeSet unwanted, String text) {
    return text.codePoints()
        .filter(each -> !unwanted.contains(each))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
