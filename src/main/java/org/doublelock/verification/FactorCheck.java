package org.doublelock.verification;

/** What a call's second factor was found to be. */
sealed interface FactorCheck {

  /** The call needs none, or it does not ask for one. */
  record NotNeeded() implements FactorCheck {}

  /** There is none; {@code reason} is what the owner is told. */
  record Missing(Refusal reason) implements FactorCheck {}

  /**
   * There is none, and the call lies within the key's lease, if the row says that it still runs.
   */
  record Leased(LeaseUse use) implements FactorCheck {}

  record Wrong() implements FactorCheck {}

  /** The right password; {@code remembered} if it was told without the slow hash. */
  record RightPassword(boolean remembered) implements FactorCheck {}

  /** The right code, of this time step; {@code strict} if the step may be used once only. */
  record RightCode(long timeStep, boolean strict) implements FactorCheck {}
}
