package org.doublelock.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpVerifierTest {

  /** The secret of the examples in RFC 4226 appendix D and RFC 6238 appendix B. */
  private static final SharedSecret SECRET =
      SharedSecret.fromBytes("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  @ParameterizedTest
  @CsvSource({
    "0,755224", "1,287082", "2,359152", "3,969429", "4,338314",
    "5,254676", "6,287922", "7,162583", "8,399871", "9,520489"
  })
  void makes_the_passwords_of_rfc_4226_appendix_d(long counter, String expected) {
    assertEquals(expected, TotpVerifier.generate(SECRET, new TimeStep(counter)).read());
  }

  /** The RFC has eight digits; six digits are the last six of them. */
  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void makes_the_passwords_of_rfc_6238_appendix_b(long seconds, String expected) {
    Instant time = Instant.ofEpochSecond(seconds);
    assertEquals(expected, TotpVerifier.generate(SECRET, TimeStep.at(time)).read());
    assertEquals(
        Optional.of(TimeStep.at(time)),
        TotpVerifier.verify(SECRET, OneTimePassword.parse(expected).orElseThrow(), time));
  }

  @Property(tries = 500)
  void accepts_one_step_of_drift_either_way_and_no_more(
      @ForAll @Size(20) byte[] secret,
      @ForAll @LongRange(min = 10_000, max = 100_000_000_000L) long seconds,
      @ForAll @IntRange(min = -5, max = 5) int off) {
    SharedSecret shared = SharedSecret.fromBytes(secret);
    TimeStep now = TimeStep.at(Instant.ofEpochSecond(seconds));
    OneTimePassword sent = TotpVerifier.generate(shared, now.plus(off));
    Optional<TimeStep> matched = TotpVerifier.verify(shared, sent, Instant.ofEpochSecond(seconds));
    boolean within = Math.abs(off) <= 1;
    // two steps may by chance have one password: then a match is right whatever the distance
    assertEquals(within || matched.isPresent(), matched.isPresent(), "steps off: " + off);
    matched.ifPresent(step -> assertEquals(sent, TotpVerifier.generate(shared, step)));
    if (off == -1 || off == 1) {
      assertEquals(true, Math.abs(matched.orElseThrow().value() - now.value()) <= 1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-2, 2, -3, 3, 100})
  void refuses_a_code_further_off(long off) {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    OneTimePassword far = TotpVerifier.generate(SECRET, TimeStep.at(now).plus(off));
    assertEquals(Optional.empty(), TotpVerifier.verify(SECRET, far, now));
  }

  @Test
  void refuses_another_secrets_code() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    SharedSecret other =
        SharedSecret.fromBytes("a different secret!!".getBytes(StandardCharsets.US_ASCII));
    OneTimePassword theirs = TotpVerifier.generate(other, TimeStep.at(now));
    assertEquals(Optional.empty(), TotpVerifier.verify(SECRET, theirs, now));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "29,0", "30,1", "59,1", "60,2", "-1,-1", "-30,-1", "-31,-2"})
  void a_step_lasts_thirty_seconds(long seconds, long step) {
    assertEquals(new TimeStep(step), TimeStep.at(Instant.ofEpochSecond(seconds)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12345", "1234567", "+12345", "１２３４５６", "12 456", "abcdef", "null", "-12345"})
  void what_is_not_six_ascii_digits_is_no_password(String text) {
    assertEquals(Optional.empty(), OneTimePassword.parse(text));
  }

  @Test
  void a_megabyte_of_digits_is_no_password() {
    assertEquals(Optional.empty(), OneTimePassword.parse("1".repeat(1 << 20)));
  }

  @Test
  void blanks_around_a_password_change_nothing() {
    assertEquals(OneTimePassword.parse("123456"), OneTimePassword.parse(" 123456\n"));
    assertNotEquals(OneTimePassword.parse("123456"), OneTimePassword.parse("123457"));
    assertFalse(OneTimePassword.parse("123456").orElseThrow().toString().contains("123456"));
  }

  @Test
  void a_shared_secret_is_written_in_base32_without_padding() {
    assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", SECRET.readBase32());
    assertEquals("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", SECRET.readGrouped());
    assertFalse(SECRET.toString().contains("GEZD"));
    assertThrows(IllegalArgumentException.class, () -> SharedSecret.fromBytes(new byte[19]));
    assertNotEquals(SECRET, SharedSecret.generate(new SecureRandom()));
    assertEquals(SECRET, SharedSecret.fromBytes(SECRET.readBytes()));
  }

  @Test
  void a_provisioning_uri_escapes_what_would_divide_it() {
    String uri =
        new ProvisioningUri(new AppEntry("Double:lock", "a?b", "c=d é/#", ""), SECRET).read();
    assertEquals(
        "otpauth://totp/Double%3Alock:a%3Fb%20-%20c%3Dd%20%C3%A9%2F%23"
            + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Double%3Alock"
            + "&algorithm=SHA1&digits=6&period=30",
        uri);
  }
}
