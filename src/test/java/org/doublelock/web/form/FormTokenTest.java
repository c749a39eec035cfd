package org.doublelock.web.form;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTokenTest {

  private static final byte[] SECRET = new byte[32];

  @Test
  void each_page_has_another_and_each_is_good_in_its_session() {
    String one = FormToken.make(SECRET, "anna");
    String other = FormToken.make(SECRET, "anna");
    assertNotEquals(one, other);
    assertTrue(FormToken.isGood(one, SECRET, "anna"));
    assertTrue(FormToken.isGood(other, SECRET, "anna"));
  }

  @Test
  void it_is_good_in_no_other_session_and_not_before_or_after_sign_in() {
    String token = FormToken.make(SECRET, "");
    assertFalse(FormToken.isGood(token, SECRET, "anna"));
    assertFalse(FormToken.isGood(FormToken.make(SECRET, "anna"), SECRET, ""));
    assertFalse(FormToken.isGood(token, new byte[] {1, 2, 3}, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "====", "AAAA", "\u0000", "é"})
  void what_is_none_is_not_good(String token) {
    assertFalse(FormToken.isGood(token, SECRET, ""));
  }

  @Test
  void a_changed_one_is_not_good() {
    String token = FormToken.make(SECRET, "");
    for (int at = 0; at < token.length(); at++) {
      char other = token.charAt(at) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, at) + other + token.substring(at + 1);
      assertFalse(FormToken.isGood(changed, SECRET, ""), changed);
    }
  }
}
