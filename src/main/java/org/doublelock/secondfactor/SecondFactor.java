package org.doublelock.secondfactor;

import java.time.Instant;
import org.doublelock.otp.SharedSecret;

/** The second factor that a key has. */
public sealed interface SecondFactor {

  SecondFactorMethod method();

  Instant since();

  /** What asks for it where the deployment applies selections. */
  ChosenActions actions();

  /**
   * An authenticator app.
   *
   * @param strictCodes whether each time step is accepted once only (RFC 6238 section 5.2)
   */
  record Totp(SharedSecret secret, boolean strictCodes, Instant since, ChosenActions actions)
      implements SecondFactor {

    @Override
    public SecondFactorMethod method() {
      return SecondFactorMethod.TOTP;
    }
  }

  /** A password that never changes by itself, known here by its slow hash. */
  record StaticPassword(String hash, Instant since, ChosenActions actions) implements SecondFactor {

    @Override
    public SecondFactorMethod method() {
      return SecondFactorMethod.PASSWORD;
    }

    @Override
    public String toString() {
      return "StaticPassword[since=" + since + "]";
    }
  }
}
