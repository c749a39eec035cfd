package org.doublelock.verification.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One escape between {@code $'} and {@code '}, as bash reads it. */
final class BashEscape {

  private static final Pattern CODE =
      Pattern.compile("x(\\p{XDigit}{1,2})|u(\\p{XDigit}{1,4})|U(\\p{XDigit}{1,6})|([0-7]{1,3})");
  private static final String LETTERS = "nrtabefv";
  private static final String MEANINGS = "\n\r\t\u0007\b\u001b\f\u000b";

  private BashEscape() {}

  /** Adds what stands behind the backslash; returns where the text goes on. */
  static int read(String text, int at, StringBuilder word) {
    Matcher code = CODE.matcher(text).region(at, text.length());
    if (code.lookingAt()) {
      boolean octal = code.group(4) != null;
      String digits = octal ? code.group(4) : code.group().substring(1);
      int point = Integer.parseInt(digits, octal ? 8 : 16);
      if (Character.isValidCodePoint(point)) {
        word.appendCodePoint(point);
      }
      return code.end();
    }
    if (at == text.length()) {
      return at;
    }
    int letter = LETTERS.indexOf(text.charAt(at));
    word.append(letter < 0 ? text.charAt(at) : MEANINGS.charAt(letter));
    return at + 1;
  }
}
