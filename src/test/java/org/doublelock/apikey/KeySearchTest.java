package org.doublelock.apikey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class KeySearchTest {

  @Test
  void looks_for_nothing_that_no_name_can_have() {
    assertEquals("bot", KeySearch.of(" b\0o\u0001t\n", null).words());
    assertEquals("", KeySearch.of("\0", null).words());
    assertEquals("a", KeySearch.of("a\ud83d", null).words());
  }

  @Test
  void a_sign_that_the_bound_divides_is_left_out() {
    String letters = "a".repeat(99);
    assertEquals(letters, KeySearch.of(letters + "\ud83d\ude00", null).words());
    assertEquals("\ud83d\ude00", KeySearch.of("\ud83d\ude00", null).words());
  }
}
