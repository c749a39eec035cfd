package org.doublelock.web.message;

import com.ibm.icu.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.doublelock.edge.TypedText;

/**
 * Every text that a person reads, by language and key. Patterns are ICU message formats, so plurals
 * and numbers follow the language. English is complete and stands in where another language lacks a
 * key.
 */
public final class MessageCatalogue {

  /** The language that is always complete. */
  public static final String BASE = "en";

  private final Map<String, Map<String, String>> patterns;

  /**
   * @param patterns message patterns by language code, then by key
   */
  public MessageCatalogue(Map<String, Map<String, String>> patterns) {
    if (!patterns.containsKey(BASE)) {
      throw new IllegalArgumentException("no messages in the base language");
    }
    this.patterns = new HashMap<>(patterns);
  }

  /** The codes of the languages there are, such as {@code en} and {@code nl}. */
  public Set<String> languages() {
    return new TreeSet<>(patterns.keySet());
  }

  /**
   * The text in plain form: whoever puts it on a page escapes it.
   *
   * @throws IllegalArgumentException when no language has the key
   */
  public String text(Locale locale, String key, Object... arguments) {
    String pattern =
        patterns.getOrDefault(locale.getLanguage(), Map.of()).getOrDefault(key, basePattern(key));
    boolean literal = pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
    return literal ? pattern : new MessageFormat(pattern, locale).format(isolated(arguments));
  }

  /** What people typed must not turn the sentence around that it is put into. */
  private static Object[] isolated(Object... arguments) {
    return Stream.of(arguments)
        .map(each -> each instanceof String typed ? TypedText.inSentence(typed) : each)
        .toArray();
  }

  /** Whether there is a text under that key. */
  public boolean has(String key) {
    return patterns.get(BASE).containsKey(key);
  }

  private String basePattern(String key) {
    String pattern = patterns.get(BASE).get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no message is called " + key);
    }
    return pattern;
  }
}
