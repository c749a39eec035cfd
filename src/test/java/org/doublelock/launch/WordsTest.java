package org.doublelock.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void are_dutch_at_a_dutch_terminal_and_else_english() {
    assertEquals(
        "Wachtwoord", Words.in(Locale.forLanguageTag("nl-BE")).say("launch.ready.password"));
    assertEquals("Password", Words.in(Locale.JAPAN).say("launch.ready.password"));
  }

  @Test
  void show_what_they_are_given_as_it_is() {
    assertEquals(
        "The setting a has the value \"1'{0}\", which cannot be used.",
        Words.in(Locale.ENGLISH).say("launch.bad-setting", "a", "1'{0}"));
  }
}
