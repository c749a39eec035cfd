package org.doublelock.otp;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies time-based one-time passwords as authenticator apps make them: RFC 6238 with SHA-1, six
 * digits and 30 seconds.
 */
public final class TotpVerifier {

  /** How many steps an authenticator's clock may be off, either way. */
  public static final int DRIFT = 1;

  private static final String HMAC = "HmacSHA1";

  private TotpVerifier() {}

  /**
   * Finds the time step that a password is right for.
   *
   * @return the newest step, within the drift around now, whose password this is; empty for none
   */
  public static Optional<TimeStep> verify(
      SharedSecret secret, OneTimePassword password, Instant now) {
    TimeStep current = TimeStep.at(now);
    return LongStream.rangeClosed(-DRIFT, DRIFT)
        .mapToObj(current::plus)
        .filter(step -> generate(secret, step).equals(password))
        .reduce((earlier, later) -> later);
  }

  /** The password that an authenticator shows during a step. */
  public static OneTimePassword generate(SharedSecret secret, TimeStep step) {
    try {
      String digits =
          new HmacOneTimePasswordGenerator(OneTimePassword.DIGITS)
              .generateOneTimePasswordString(
                  new SecretKeySpec(secret.readBytes(), HMAC), step.value());
      return OneTimePassword.parse(digits).orElseThrow();
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException("this Java refuses an HMAC key", impossible);
    }
  }
}
