package org.doublelock.vault;

import static org.doublelock.vault.PasswordFault.PREDICTABLE;
import static org.doublelock.vault.PasswordFault.TOO_LONG;
import static org.doublelock.vault.PasswordFault.TOO_SHORT;
import static org.doublelock.vault.PasswordFault.WELL_KNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.doublelock.TextSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

  private static final PasswordRule RULE = PasswordRule.atLeast(12);
  private static final List<String> NAMES = List.of("margaret", "Trading robot", "ab");

  private static Set<PasswordFault> faults(String password) {
    return RULE.faults(password, NAMES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "all lower case",
        "пароль из слов",
        "wtkq vzpd bnxr",
        "83 spoons of 19 soups",
        "4829-1048-tree-5729",
        "margaret likes purple rain",
        "hunter of doublelocks"
      })
  void takes_long_phrases_of_any_characters(String password) {
    assertEquals(Set.of(), faults(password));
  }

  @Test
  void counts_code_points_and_not_bytes_or_halves() {
    assertEquals(Set.of(TOO_SHORT), faults("🐎🔋🧲🌵🥨🎻🛶🧭🪁🥁🦉"));
    assertEquals(Set.of(), faults("🐎🔋🧲🌵🥨🎻🛶🧭🪁🥁🦉🐙"));
  }

  @Test
  void counts_a_letter_and_its_accent_as_one() {
    assertEquals(Set.of(TOO_SHORT), faults("u\u0308bung sieht"));
    assertEquals(Set.of(), faults("u\u0308bung sieht x"));
  }

  @Test
  void counts_a_ligature_of_a_whole_phrase_as_one_character() {
    assertTrue(faults("\ufdfa").contains(TOO_SHORT));
  }

  @Test
  void takes_as_many_as_256_characters() {
    String phrase = "correct horse battery staple ".repeat(9).substring(0, 255);
    assertEquals(Set.of(), faults(phrase + "!"));
    assertEquals(Set.of(TOO_LONG), faults(phrase + "!!"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "PassWord2024!",
        "!!!password!!!",
        "passwordpassword",
        "Password1Password1",
        "ｐａｓｓｗｏｒｄ1234",
        "monkey12345678"
      })
  void refuses_what_guessers_try_first(String password) {
    assertTrue(faults(password).contains(WELL_KNOWN), () -> password + faults(password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaa",
        "            ",
        "123456789012",
        "098765432109",
        "abcdefghijkl",
        "abcdef123456",
        "qwertyuiop12",
        "qwertzuiopasdf",
        "abababababab",
        "xk4xk4xk4xk4",
        "abcdeabcdeabcde"
      })
  void refuses_rows_and_repetitions(String password) {
    assertTrue(faults(password).contains(PREDICTABLE), () -> password + faults(password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "margaretmargaret",
        "Margaret2024",
        "trading robot",
        "DoubleLock!!",
        "doublelockmargaret",
        "ｍａｒｇａｒｅｔ-x12"
      })
  void refuses_names_that_belong_to_the_account_alone(String password) {
    assertTrue(faults(password).contains(PREDICTABLE), () -> password + faults(password));
  }

  @Test
  void names_every_fault() {
    assertEquals(Set.of(TOO_SHORT, WELL_KNOWN), faults("password"));
    assertEquals(Set.of(TOO_SHORT, PREDICTABLE), faults(""));
  }

  @Test
  void has_its_least_length_from_the_settings() {
    assertEquals(12, PasswordRule.from(new TextSettings(Map.of())).shortest());
    PasswordRule stricter =
        PasswordRule.from(new TextSettings(Map.of("doublelock.password.min-length", "15")));
    assertEquals(Set.of(TOO_SHORT), stricter.faults("all lower case", NAMES));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 7, 65})
  void refuses_a_least_length_that_weakens_or_locks_out(int shortest) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> PasswordRule.atLeast(shortest));
    assertTrue(refusal.getMessage().contains("doublelock.password.min-length"));
  }

  @Test
  void has_a_message_for_each_fault() {
    assertEquals("password.too-short", TOO_SHORT.messageKey());
    assertEquals("password.well-known", WELL_KNOWN.messageKey());
  }

  @Property
  void answers_whatever_is_typed(@ForAll String password, @ForAll List<String> names) {
    Set<PasswordFault> faults = RULE.faults(password, names);
    int length = password.codePointCount(0, password.length());
    assertTrue(length >= 12 || faults.contains(TOO_SHORT));
    assertTrue(length <= 256 || faults.contains(TOO_LONG));
  }
}
