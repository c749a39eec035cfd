package org.doublelock.apikey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\t", "\u00a0", "a\nb", "a\u0000b", "a\u001bb", "a\rb", "a\u0085b"})
  void blanks_and_control_characters_are_none(String typed) {
    assertEquals(Optional.empty(), Description.parse(typed));
  }

  @Test
  void is_tidied_and_compared_without_case() {
    Description description = Description.parse("  My \u00a0 Key ").orElseThrow();
    assertEquals("My Key", description.text());
    assertEquals("my key", description.key());
    assertEquals(Description.parse("caf\u00e9"), Description.parse("cafe\u0301"));
  }

  @Test
  void has_at_most_a_hundred_characters() {
    assertEquals(100, Description.parse("x".repeat(100)).orElseThrow().text().length());
    assertEquals(Optional.empty(), Description.parse("x".repeat(101)));
  }

  @Test
  void markup_is_text_like_any_other() {
    assertEquals("<b>\"quoted\"</b>", Description.parse("<b>\"quoted\"</b>").orElseThrow().text());
  }
}
