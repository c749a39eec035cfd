package org.doublelock.secondfactor;

import java.time.Duration;
import org.doublelock.otp.SharedSecret;

/** Where the enrolment of a second factor stands, once a method has been chosen. */
public sealed interface Enrolment {

  /** From the choice of a method to the last confirmation; after that it has lapsed. */
  Duration LIFETIME = Duration.ofMinutes(15);

  SecondFactorMethod method();

  /** The app has been given this secret and has to show that it computes the right code. */
  record AwaitingCode(SharedSecret secret) implements Enrolment {
    @Override
    public SecondFactorMethod method() {
      return SecondFactorMethod.TOTP;
    }
  }

  /** A password is still to be chosen. */
  record AwaitingPassword() implements Enrolment {
    @Override
    public SecondFactorMethod method() {
      return SecondFactorMethod.PASSWORD;
    }
  }

  /** The factor has been shown to work; only the actions are still to be chosen. */
  record Confirmed(SecondFactorMethod method) implements Enrolment {}
}
