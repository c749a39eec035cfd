package org.doublelock.unlocking;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.doublelock.function.Lease;

/** What somebody wants a key unlocked for: a lease whose time has not begun. */
public record LeaseTerms(
    Duration length, Optional<String> address, Set<String> actions, Optional<Lease.Bound> bound) {

  public LeaseTerms {
    actions = Set.copyOf(actions);
  }
}
