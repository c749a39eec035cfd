package org.doublelock.account;

import java.io.Serializable;
import java.util.Optional;

/**
 * What an account's holder picked for all their browsers.
 *
 * @param keptTheme null when no theme was picked
 * @param keptLanguage a language code; null when none was picked
 */
public record AccountLook(String keptTheme, String keptLanguage) implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Nothing picked. */
  public static final AccountLook NONE = new AccountLook(null, null);

  public Optional<String> theme() {
    return Optional.ofNullable(keptTheme);
  }

  public Optional<String> language() {
    return Optional.ofNullable(keptLanguage);
  }
}
