package org.doublelock.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneTimePasswordTest {

  @Test
  void it_is_a_number_of_six_digits_with_its_zeros() {
    assertEquals("000000", OneTimePassword.of(0).read());
    assertEquals("999999", OneTimePassword.of(999_999).read());
    assertEquals(Optional.of(OneTimePassword.of(42)), OneTimePassword.parse("000042"));
    assertThrows(IllegalArgumentException.class, () -> OneTimePassword.of(-1));
    assertThrows(IllegalArgumentException.class, () -> OneTimePassword.of(1_000_000));
  }
}
