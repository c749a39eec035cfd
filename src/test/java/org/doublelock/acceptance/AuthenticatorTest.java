package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The measuring stick is measured: RFC 6238, appendix B, its last six digits. */
class AuthenticatorTest {

  /** {@code 12345678901234567890} in base32, in groups as the page shows it. */
  private static final Authenticator RFC =
      new Authenticator("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void shows_the_published_codes(long second, String code) {
    assertEquals(code, RFC.codeAt(Instant.ofEpochSecond(second)));
  }
}
