package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.doublelock.signing.Nonce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NonceUnitsTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_763_900_000);

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0",
    "1763900000, 0",
    "1763900060, 0",
    "1763900061, 1763900061",
    "1763900000000, 1763900061",
    "1763900060000, 1763900061",
    "1763900060001, 1763900060001",
    "1763900000000000, 1763900060001",
    "1763900060000000, 1763900060001",
    "1763900060000001, 1763900060000001",
    "176390000000000000, 1763900060000001",
    "176390006000000001, 176390006000000001",
    "1763900000000000000, 176390006000000001",
    "1763900060000000000, 176390006000000001",
    "1763900060000000001, 1763900060000000001",
    "18446744073709551615, 1763900060000000001"
  })
  void the_lowest_nonce_of_a_unit_is_the_first_above_the_clock_of_the_coarser_one(
      String nonce, String lowest) {
    assertEquals(lowest, NonceUnits.lowestBeside(nonce(nonce), NOW).toString());
  }

  @Test
  void what_is_above_the_clock_in_nanoseconds_is_of_no_unit() {
    assertFalse(NonceUnits.isBeyondAll(nonce("0"), NOW));
    assertFalse(NonceUnits.isBeyondAll(nonce("1763900060000000000"), NOW));
    assertTrue(NonceUnits.isBeyondAll(nonce("1763900060000000001"), NOW));
    assertTrue(NonceUnits.isBeyondAll(nonce("9223372036854775808"), NOW));
    assertTrue(NonceUnits.isBeyondAll(nonce("18446744073709551615"), NOW));
  }

  private static Nonce nonce(String text) {
    return Nonce.parse(text).orElseThrow();
  }
}
