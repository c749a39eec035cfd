package org.doublelock.secondfactor;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorLockoutTest {

  @ParameterizedTest
  @CsvSource({"-1, 15, 30, 10", "10, 0, 30, 10", "10, 15, -1, 10", "10, 15, 30, 0"})
  void settings_that_make_no_rule_end_the_start(int failures, long minutes, int budget, int daily) {
    assertThrows(
        IllegalArgumentException.class, () -> new FactorLockout(failures, minutes, budget, daily));
  }

  @ParameterizedTest
  @CsvSource({"10, 15, 30, 10", "0, 1, 0, 1"})
  void the_least_that_makes_one_is_taken(int failures, long minutes, int budget, int daily) {
    assertDoesNotThrow(() -> new FactorLockout(failures, minutes, budget, daily));
  }
}
