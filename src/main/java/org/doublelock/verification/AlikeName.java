package org.doublelock.verification;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of a field's name where readers that are not exact take it for another one: they
 * leave out blanks, go by no case, take {@code weeks[]} for {@code weeks}, end at a NUL, or take a
 * blank or a dot for an underscore.
 */
final class AlikeName {

  private static final Pattern ORDINARY_BRACKETS =
      Pattern.compile("[^\\[\\]]++(\\[[^\\[\\]]*+\\])++");

  private AlikeName() {}

  static String of(String name) {
    int end = 0;
    while (end < name.length() && "[;\0".indexOf(name.charAt(end)) < 0) {
      end++;
    }
    return uncased(name.substring(0, end).strip().replace(' ', '_').replace('.', '_'));
  }

  /**
   * Whether readers agree on what brackets in a form's name mean: they stand behind a name, each
   * closed before the next. Others are left out, or taken for an underscore.
   */
  static boolean isOrdinary(String name) {
    return name.indexOf('[') < 0 && name.indexOf(']') < 0
        || ORDINARY_BRACKETS.matcher(name).matches();
  }

  /** The same of a part that stands in a field, whose own name has been asked about. */
  static String of(String field, String part) {
    return uncased(field) + "[" + of(part) + "]";
  }

  /** By the large letter first: some letters, such as the long s, have theirs in common. */
  private static String uncased(String name) {
    return isPlain(name) ? name : name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** As nearly every name is, and every call has some: they need no copies. */
  private static boolean isPlain(String name) {
    for (int index = 0; index < name.length(); index++) {
      char each = name.charAt(index);
      if (each >= 0x80 || 'A' <= each && each <= 'Z') {
        return false;
      }
    }
    return true;
  }
}
