package org.doublelock.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedSecretTest {

  private static final SecureRandom RANDOM = new SecureRandom();

  @Test
  void a_new_secret_is_random() {
    SharedSecret secret = SharedSecret.generate(RANDOM);
    assertEquals(SharedSecret.LENGTH, secret.readBytes().length);
    assertNotEquals(secret, SharedSecret.generate(RANDOM));
  }

  @Test
  void says_that_it_is_hidden() {
    assertEquals("SharedSecret[hidden]", SharedSecret.generate(RANDOM).toString());
    OneTimePassword code = OneTimePassword.parse("123456").orElseThrow();
    assertEquals("OneTimePassword[hidden]", code.toString());
    assertEquals(code.hashCode(), OneTimePassword.parse("123456").orElseThrow().hashCode());
  }

  @Test
  void steps_are_counted_and_ordered() {
    TimeStep step = new TimeStep(5);
    assertEquals(new TimeStep(7), step.plus(2));
    assertEquals(new TimeStep(4), step.plus(-1));
    assertTrue(step.compareTo(step.plus(1)) < 0);
    assertTrue(step.compareTo(step.plus(-1)) > 0);
    assertEquals(0, step.compareTo(new TimeStep(5)));
  }

  /** This secret of the RFCs happens to have one code in two steps that follow each other. */
  @Test
  void of_two_steps_with_one_code_the_newer_one_is_meant() {
    SharedSecret secret =
        SharedSecret.fromBytes("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
    OneTimePassword code = OneTimePassword.parse("911617").orElseThrow();
    assertEquals(code, TotpVerifier.generate(secret, new TimeStep(910_737)));
    assertEquals(code, TotpVerifier.generate(secret, new TimeStep(910_738)));
    assertEquals(
        Optional.of(new TimeStep(910_738)),
        TotpVerifier.verify(secret, code, Instant.ofEpochSecond(910_737 * 30L)));
  }
}
