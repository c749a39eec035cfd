package org.doublelock.verification;

/** What a call's second factor was found to be. */
sealed interface FactorCheck {

  /** The call needs none, or it does not ask for one. */
  record NotNeeded() implements FactorCheck {}

  record Missing() implements FactorCheck {}

  record Wrong() implements FactorCheck {}

  /** The right password; {@code remembered} if it was told without the slow hash. */
  record RightPassword(boolean remembered) implements FactorCheck {}

  /** The right code, of this time step; {@code strict} if the step may be used once only. */
  record RightCode(long timeStep, boolean strict) implements FactorCheck {}
}
