package org.doublelock.function;

import java.util.List;
import java.util.Optional;

/**
 * A lease as functions answer it.
 *
 * @param unlockedUntil seconds since 1970 as text
 * @param unlockedAddress an address, a range or {@code any}
 */
public record LeaseAnswer(
    String unlockedUntil,
    String unlockedAddress,
    List<String> unlockedActions,
    Optional<String> unlockedAmount,
    Optional<String> unlockedCurrency) {

  public static LeaseAnswer of(Lease lease) {
    return new LeaseAnswer(
        Long.toString(lease.until().getEpochSecond()),
        lease.address().orElse("any"),
        lease.actions().stream().sorted().toList(),
        lease.bound().map(bound -> bound.amount().stripTrailingZeros().toPlainString()),
        lease.bound().map(Lease.Bound::currency));
  }
}
