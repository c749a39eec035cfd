package org.doublelock.otp;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies time-based one-time passwords as authenticator apps make them: RFC 6238 with SHA-1, six
 * digits and 30 seconds.
 */
public final class TotpVerifier {

  /** How many steps an authenticator's clock may be off, either way. */
  public static final int DRIFT = 1;

  private static final String HMAC = "HmacSHA1";

  /** Safe for use by many threads, and looked up once: each call makes three passwords. */
  private static final HmacOneTimePasswordGenerator GENERATOR =
      new HmacOneTimePasswordGenerator(OneTimePassword.DIGITS);

  private TotpVerifier() {}

  /**
   * Finds the time step that a password is right for. Takes as long for a right one as for a wrong
   * one: every step within the drift is computed and compared.
   *
   * @return the newest step, within the drift around now, whose password this is; empty for none
   */
  public static Optional<TimeStep> verify(
      SharedSecret secret, OneTimePassword password, Instant now) {
    TimeStep current = TimeStep.at(now);
    SecretKeySpec key = key(secret);
    Optional<TimeStep> newest = Optional.empty();
    for (int off = -DRIFT; off <= DRIFT; off++) {
      TimeStep step = current.plus(off);
      if (generate(key, step).equals(password)) {
        newest = Optional.of(step);
      }
    }
    return newest;
  }

  /** The password that an authenticator shows during a step. */
  public static OneTimePassword generate(SharedSecret secret, TimeStep step) {
    return generate(key(secret), step);
  }

  private static OneTimePassword generate(SecretKeySpec key, TimeStep step) {
    try {
      return OneTimePassword.of(GENERATOR.generateOneTimePassword(key, step.value()));
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException("this Java refuses an HMAC key", impossible);
    }
  }

  private static SecretKeySpec key(SharedSecret secret) {
    return new SecretKeySpec(secret.readBytes(), HMAC);
  }
}
