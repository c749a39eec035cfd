package org.doublelock.function;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key that its owner has unlocked: for so long, calls within these bounds need no second factor.
 *
 * @param until by the database's clock, which alone decides
 * @param address where the calls have to come from, an address or a range; empty for anywhere that
 *     the key may be used from
 * @param actions the names of the functions
 * @param bound what all its calls together may move, where that is bounded
 */
public record Lease(
    Instant until, Optional<String> address, Set<String> actions, Optional<Bound> bound) {

  public Lease {
    actions = Set.copyOf(actions);
  }

  /** So much, in a currency that functions tell amounts in. */
  public record Bound(BigDecimal amount, String currency) {}
}
