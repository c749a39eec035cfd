package org.doublelock.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OneLineTest {

  @Test
  void what_is_short_enough_stays_as_it_is() {
    assertEquals("abcde", OneLine.of(" abcde ", 5));
    assertEquals("", OneLine.of("", 5));
  }

  @Test
  void what_is_cut_ends_with_a_sign_of_it_and_is_no_longer_than_it_may_be() {
    assertEquals("abcd…", OneLine.of("abcdef", 5));
    assertEquals("first second…".length(), OneLine.of("first\nsecond and more", 13).length());
  }

  @Test
  void what_was_cut_before_is_not_cut_again() {
    String once = OneLine.of("x".repeat(300), 200);
    assertEquals(once, OneLine.of(once, 200));
  }

  @Test
  void no_character_of_two_halves_is_cut_in_two() {
    assertEquals("abc…", OneLine.of("abc\ud83d\udd12def", 5));
    assertEquals("abc\ud83d\udd12…", OneLine.of("abc\ud83d\udd12def", 6));
  }
}
