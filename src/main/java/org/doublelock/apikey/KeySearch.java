package org.doublelock.apikey;

import java.util.Locale;

/**
 * Which of an account's keys are looked for.
 *
 * @param words part of a description in any case, or of a public key; empty for all keys
 * @param page counted from 1
 */
public record KeySearch(String words, int page) {

  private static final int LONGEST = 100;

  /** What was typed and asked for, put right where it is odd; null is nothing typed. */
  public static KeySearch of(String typed, String page) {
    String words = typed == null ? "" : typed.strip();
    boolean isNumber = page != null && page.matches("[1-9]\\d{0,6}");
    return new KeySearch(
        words.substring(0, Math.min(words.length(), LONGEST)),
        isNumber ? Integer.parseInt(page) : 1);
  }

  /** The words as the pattern of an SQL {@code like} whose escape character is {@code !}. */
  String pattern() {
    return "%" + words.replaceAll("[!%_]", "!$0") + "%";
  }

  /** The same for what is stored in small letters. */
  String patternInSmallLetters() {
    return pattern().toLowerCase(Locale.ROOT);
  }
}
