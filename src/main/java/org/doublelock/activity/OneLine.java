package org.doublelock.activity;

/**
 * Text from outside as it may be stored and shown: one line, of bounded length. What is cut ends
 * with an ellipsis, which counts.
 */
public final class OneLine {

  private static final String CUT = "…";

  private OneLine() {}

  /**
   * @param mostCharacters one at least
   */
  public static String of(String text, int mostCharacters) {
    String line = breaksLines(text) ? cleaned(text) : text.strip();
    if (line.length() <= mostCharacters) {
      return line;
    }
    // not through the middle of a character that takes two
    int end = mostCharacters - CUT.length();
    boolean halves = end > 0 && Character.isHighSurrogate(line.charAt(end - 1));
    return line.substring(0, halves ? end - 1 : end) + CUT;
  }

  private static boolean breaksLines(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (breaksLines(text.charAt(index))) {
        return true;
      }
    }
    return false;
  }

  private static boolean breaksLines(int character) {
    return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
  }

  private static String cleaned(String text) {
    StringBuilder line = new StringBuilder(text);
    for (int index = 0; index < line.length(); index++) {
      if (breaksLines(line.charAt(index))) {
        line.setCharAt(index, ' ');
      }
    }
    return line.toString().strip();
  }
}
