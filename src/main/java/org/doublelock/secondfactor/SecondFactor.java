package org.doublelock.secondfactor;

import java.time.Instant;
import java.util.Set;
import org.doublelock.otp.SharedSecret;

/** The second factor that a key has. */
public sealed interface SecondFactor {

  SecondFactorMethod method();

  Instant since();

  /** The names of the functions that ask for it where the deployment applies selections. */
  Set<String> actions();

  /**
   * An authenticator app.
   *
   * @param strictCodes whether each time step is accepted once only (RFC 6238 section 5.2)
   */
  record Totp(SharedSecret secret, boolean strictCodes, Instant since, Set<String> actions)
      implements SecondFactor {

    public Totp {
      actions = Set.copyOf(actions);
    }

    @Override
    public SecondFactorMethod method() {
      return SecondFactorMethod.TOTP;
    }
  }

  /** A password that never changes by itself, known here by its slow hash. */
  record StaticPassword(String hash, Instant since, Set<String> actions) implements SecondFactor {

    public StaticPassword {
      actions = Set.copyOf(actions);
    }

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
