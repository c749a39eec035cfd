package org.doublelock.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "012345",
        "012 345",
        " 012-345 ",
        "012\u00a0345",
        "012\u2009345",
        "012\u202f345\n",
        "0\t1 2-3\u20114\u20135",
        "\u200b012345\ufeff",
        "012\u2212345"
      })
  void blanks_and_hyphens_of_any_kind_do_not_count(String typed) {
    assertEquals(Optional.of("012345"), TypedCode.oneTime(typed).map(OneTimePassword::read));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-", "01234", "0123456", "01234x", "012.345", "+12345", "٠١٢٣٤٥"})
  void what_is_not_six_digits_then_is_no_code(String typed) {
    assertEquals(Optional.empty(), TypedCode.oneTime(typed));
  }

  @Test
  void what_a_program_sends_is_read_as_it_stands() {
    assertEquals(Optional.empty(), OneTimePassword.parse("012 345"));
    assertEquals(Optional.empty(), OneTimePassword.parse("012-345"));
  }
}
