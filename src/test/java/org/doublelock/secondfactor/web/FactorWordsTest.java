package org.doublelock.secondfactor.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.doublelock.web.message.WordsOfTheBuild;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a wrong second factor is of the kind that the key has. */
class FactorWordsTest {

  @ParameterizedTest
  @CsvSource({"en, entry, password", "nl, vermelding, wachtwoord"})
  void a_password_has_no_entry_in_an_app(String language, String entry, String password) {
    String app = wrong(language, "totp");
    assertTrue(app.contains(entry) && !app.contains(password), app);
    String typed = wrong(language, "password");
    assertTrue(typed.contains(password), typed);
    assertFalse(typed.contains(entry), typed);
  }

  private static String wrong(String language, String method) {
    return WordsOfTheBuild.messages()
        .catalogue()
        .text(Locale.forLanguageTag(language), "second-factor.current.wrong", 3, method);
  }
}
