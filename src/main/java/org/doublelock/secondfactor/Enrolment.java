package org.doublelock.secondfactor;

import java.time.Instant;
import org.doublelock.otp.SharedSecret;

/** Where the enrolment of a key's second factor stands for one signed-in session. */
public sealed interface Enrolment {

  /** Whether that method has been chosen and waits to be confirmed. */
  default boolean awaits(SecondFactorMethod method) {
    return false;
  }

  /**
   * The app was given this secret then, and has to show that it computes the right code.
   *
   * @param triesLeft how many wrong codes may still follow, the one that ends it included
   */
  record AwaitingCode(SharedSecret secret, Instant given, int triesLeft) implements Enrolment {
    @Override
    public boolean awaits(SecondFactorMethod method) {
      return method == SecondFactorMethod.TOTP;
    }
  }

  /** A password is still to be chosen. */
  record AwaitingPassword() implements Enrolment {
    @Override
    public boolean awaits(SecondFactorMethod method) {
      return method == SecondFactorMethod.PASSWORD;
    }
  }

  /** The factor has been shown to work; only the actions are still to be chosen. */
  record Confirmed(SecondFactorMethod method) implements Enrolment {}

  /** The session has completed one a moment ago, and none has lapsed since. */
  record Completed() implements Enrolment {}

  /** Another session has one under way, or completed one a moment ago; no more is told of it. */
  record Elsewhere() implements Enrolment {}
}
