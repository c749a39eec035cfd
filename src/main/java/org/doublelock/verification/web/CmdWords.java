package org.doublelock.verification.web;

import java.util.ArrayList;
import java.util.List;
import org.doublelock.verification.web.PastedRequest.Unreadable;

/**
 * The words of a command line for the Windows prompt, as browsers copy one: first the prompt takes
 * its carets away, then the program its backslashes.
 */
final class CmdWords {

  private CmdWords() {}

  /** Whether a command line is written for that prompt. */
  static boolean isMeant(String text) {
    return text.contains("^\"") || text.contains(" ^\n");
  }

  static List<String> of(String text) throws Unreadable {
    return words(withoutCarets(text));
  }

  private static String withoutCarets(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == '^' && !quoted && at + 1 < text.length()) {
        at++;
        if (text.charAt(at) != '\n') {
          line.append(text.charAt(at));
        } else if (at + 1 < text.length() && text.charAt(at + 1) == '\n') {
          // a newline of its own comes behind the one that continues the line
          at++;
          line.append('\n');
        }
        continue;
      }
      quoted ^= character == '"';
      line.append(character);
    }
    return line.toString();
  }

  private static List<String> words(String line) throws Unreadable {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (int at = 0; at < line.length(); at++) {
      char character = line.charAt(at);
      boolean escaped =
          character == '\\' && at + 1 < line.length() && "\"\\".indexOf(line.charAt(at + 1)) >= 0;
      if (escaped) {
        at++;
        word.append(line.charAt(at));
        begun = true;
      } else if (character == '"') {
        quoted = !quoted;
        begun = true;
      } else if (Character.isWhitespace(character) && !quoted) {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(character);
        begun = true;
      }
    }
    if (quoted) {
      throw new Unreadable("test-key.request.quote");
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }
}
