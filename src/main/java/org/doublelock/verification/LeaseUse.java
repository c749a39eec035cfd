package org.doublelock.verification;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a call takes from its key's lease, in the one statement that decides the call.
 *
 * @param calls 1 for a call that needs the lease, 0 for any other
 * @param amount what it takes from the lease's bound; zero where nothing is bounded
 */
record LeaseUse(int calls, BigDecimal amount) {

  /** Of a call that needs no lease: the statement does the same with it as without. */
  static final LeaseUse NONE = new LeaseUse(0, BigDecimal.ZERO);

  /** Why the row does not let the call through under the lease; empty when it is not for that. */
  Optional<Refusal> refusedBy(CallState state) {
    if (!state.leaseRunning()) {
      return Optional.of(Refusal.LEASE_OVER);
    }
    return state.leaseLeft().compareTo(amount) < 0
        ? Optional.of(Refusal.LEASE_SPENT)
        : Optional.empty();
  }
}
