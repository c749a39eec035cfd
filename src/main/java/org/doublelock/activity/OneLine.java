package org.doublelock.activity;

/** Text from outside as it may be stored and shown: one line, of bounded length. */
final class OneLine {

  private OneLine() {}

  static String of(String text, int mostCharacters) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ").strip();
    if (line.length() <= mostCharacters) {
      return line;
    }
    // not through the middle of a character that takes two
    int end =
        Character.isHighSurrogate(line.charAt(mostCharacters - 1))
            ? mostCharacters - 1
            : mostCharacters;
    return line.substring(0, end);
  }
}
