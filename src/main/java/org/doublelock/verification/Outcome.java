package org.doublelock.verification;

import java.util.Optional;
import org.doublelock.function.Lease;

/** What the checks of a call, or some of them, came to. */
sealed interface Outcome {

  /**
   * Nothing is against the call.
   *
   * @param lease the lease that stood in for the second factor, if one did
   * @param use what it took from that lease
   */
  record Passed(Optional<Lease> lease, LeaseUse use) implements Outcome {}

  /** Refused by what was read of the key; it holds if the key has not changed since. */
  record RefusedUnasked(Refusal reason) implements Outcome {}

  /** Refused after the row had been asked, so it holds. */
  record Refused(Refusal reason) implements Outcome {}

  /** The key has changed since it was read: the checks begin anew, on newer data. */
  record Overtaken() implements Outcome {}

  /** Why the call is refused; empty where it is not. */
  default Optional<Refusal> refusal() {
    if (this instanceof RefusedUnasked refused) {
      return Optional.of(refused.reason());
    }
    return this instanceof Refused refused ? Optional.of(refused.reason()) : Optional.empty();
  }

  static Outcome refused(Refusal reason) {
    return new Refused(reason);
  }

  static Outcome overtaken() {
    return new Overtaken();
  }
}
