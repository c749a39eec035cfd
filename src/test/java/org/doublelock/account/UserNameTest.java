package org.doublelock.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"abc", "jan.jansen@example.org", "a_b-c+d", "žofie", "用户名称", "123"})
  void letters_digits_and_a_few_marks_make_a_name(String typed) {
    assertEquals(typed, UserName.parse(typed).orElseThrow().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ab", "a b c", "a<b>c", "a:b:c", "a\nbc", "abc\u0000", "'or'1'='1", "a/b/c"})
  void anything_else_is_none(String typed) {
    assertEquals(Optional.empty(), UserName.parse(typed));
  }

  @Test
  void case_width_and_blanks_around_it_make_no_other_name() {
    assertEquals("demo", UserName.parse(" DeMo ").orElseThrow().key());
    assertEquals("demo", UserName.parse("ｄｅｍｏ").orElseThrow().key());
  }

  @Test
  void has_at_most_sixty_four_characters() {
    assertEquals(64, UserName.parse("x".repeat(64)).orElseThrow().text().length());
    assertEquals(Optional.empty(), UserName.parse("x".repeat(65)));
  }

  @Test
  void a_new_one_has_as_many_where_it_is_stored_and_compared() {
    assertTrue(UserName.parseNew("\u0130".repeat(32)).isPresent(), "its small form takes two");
    assertEquals(Optional.empty(), UserName.parseNew("\u0130".repeat(33)));
    assertTrue(UserName.parseNew("\uD840\uDC00".repeat(32)).isPresent());
    assertEquals(Optional.empty(), UserName.parseNew("\uD840\uDC00".repeat(33)));
  }
}
