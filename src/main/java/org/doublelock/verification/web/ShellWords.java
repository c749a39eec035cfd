package org.doublelock.verification.web;

import java.util.ArrayList;
import java.util.List;
import org.doublelock.verification.web.PastedRequest.Unreadable;

/**
 * The words of a command line: quotes, backslashes and continued lines as a POSIX shell has them.
 */
final class ShellWords {

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean begun;
  private char quote;

  private ShellWords() {}

  static List<String> of(String text) throws Unreadable {
    ShellWords shell = new ShellWords();
    for (int at = 0; at < text.length(); at++) {
      at = shell.read(text, at);
    }
    if (shell.quote != 0) {
      throw new Unreadable("test-key.request.quote");
    }
    shell.end();
    return shell.words;
  }

  /** Returns where the character read last stands. */
  private int read(String text, int at) throws Unreadable {
    char character = text.charAt(at);
    if (quote == '\'') {
      return inSingle(character, at);
    }
    if (character == '\\') {
      return escaped(text, at);
    }
    if (character == '$' && quote == 0 && text.startsWith("$'", at)) {
      return quotedWithEscapes(text, at + 2);
    }
    if (character == '$' || character == '`') {
      throw new Unreadable("test-key.request.variable"); // only the shell knows what it stands for
    }
    if (quote == '"') {
      if (character == '"') {
        quote = 0;
      } else {
        word.append(character);
      }
    } else if (character == '\'' || character == '"') {
      quote = character;
      begun = true;
    } else if (Character.isWhitespace(character)) {
      end();
    } else {
      append(character);
    }
    return at;
  }

  /** What bash reads between {@code $'} and the next quote; returns where that stands. */
  private int quotedWithEscapes(String text, int from) throws Unreadable {
    begun = true;
    int at = from;
    while (at < text.length() && text.charAt(at) != '\'') {
      if (text.charAt(at) == '\\') {
        at = BashEscape.read(text, at + 1, word);
      } else {
        word.append(text.charAt(at));
        at++;
      }
    }
    if (at == text.length()) {
      throw new Unreadable("test-key.request.quote");
    }
    return at;
  }

  private int inSingle(char character, int at) {
    if (character == '\'') {
      quote = 0;
    } else {
      word.append(character);
    }
    return at;
  }

  private int escaped(String text, int at) {
    if (at + 1 == text.length()) {
      return at;
    }
    char next = text.charAt(at + 1);
    if (next != '\n') {
      if (quote == '"' && "\"\\$`".indexOf(next) < 0) {
        append('\\');
      }
      append(next);
    }
    return at + 1;
  }

  private void append(char character) {
    begun = true;
    word.append(character);
  }

  private void end() {
    if (begun) {
      words.add(word.toString());
    }
    word.setLength(0);
    begun = false;
  }
}
