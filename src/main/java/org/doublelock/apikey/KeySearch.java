package org.doublelock.apikey;

import java.util.Locale;
import java.util.regex.Pattern;
import org.doublelock.edge.Coded;

/**
 * Which of an account's keys are looked for, and in what order.
 *
 * @param words part of a description in any case, or of a public key; empty for all keys
 * @param page counted from 1
 * @param factor which of them, by their second factor
 */
public record KeySearch(String words, int page, Factor factor, Order order) {

  private static final int LONGEST = 100;

  /** No name has them, and a database may refuse to look for them: controls, halves of pairs. */
  private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

  /** Whether keys with a second factor are looked for, those without, or both. */
  public enum Factor implements Coded {
    ANY(""),
    ON(" and f.api_key_id is not null"),
    OFF(" and f.api_key_id is null");

    private final String condition;

    Factor(String condition) {
      this.condition = condition;
    }

    String condition() {
      return condition;
    }
  }

  /** What comes first. */
  public enum Order implements Coded {
    NEWEST("k.created_at desc"),
    NAME("lower(k.description)"),
    LAST_USE("s.last_used_at desc");

    private final String column;

    Order(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  /** All keys with these words, the newest first. */
  public static KeySearch of(String typed, String page) {
    return of(typed, page, null, null);
  }

  /** What was typed and asked for, put right where it is odd; null is nothing typed. */
  public static KeySearch of(String typed, String page, String factor, String order) {
    String words = typed == null ? "" : typed.strip();
    boolean isNumber = page != null && page.matches("[1-9]\\d{0,6}");
    return new KeySearch(
        UNSTORABLE.matcher(words.substring(0, Math.min(words.length(), LONGEST))).replaceAll(""),
        isNumber ? Integer.parseInt(page) : 1,
        Coded.among(Factor.values(), factor).orElse(Factor.ANY),
        Coded.among(Order.values(), order).orElse(Order.NEWEST));
  }

  /** Whether some keys may be left out. */
  public boolean narrows() {
    return !words.isEmpty() || factor != Factor.ANY;
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
