package org.doublelock.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;

/**
 * Failures by network address. After too many within the lock's length the address waits. In memory
 * and bounded, since whoever fails fills it.
 */
public abstract class AddressFailures {

  private static final long MAX_ADDRESSES = 100_000;

  private final Cache<String, Count> counts =
      Caffeine.newBuilder().maximumSize(MAX_ADDRESSES).expireAfterWrite(Duration.ofDays(1)).build();
  private Networks networks;
  private int failures;
  private Duration length;

  protected AddressFailures() {
    // for the CDI proxy
  }

  /**
   * @param failures how many within the length lock an address; 0 for never
   */
  protected AddressFailures(Networks networks, int failures, Duration length) {
    this.networks = networks;
    this.failures = failures;
    this.length = length;
  }

  /** True while nothing from there is tried. */
  public boolean isLocked(String address, Instant now) {
    Count count = counts.getIfPresent(networks.of(address));
    return count != null && now.isBefore(count.lockedUntil());
  }

  /** Counts a failure, or something asked for that is bounded alike. */
  public void failed(String address, Instant now) {
    if (failures > 0) {
      counts.asMap().compute(networks.of(address), (key, before) -> next(before, now));
    }
  }

  private Count next(Count before, Instant now) {
    if (before != null && now.isBefore(before.lockedUntil())) {
      return before; // it was under way when another failure locked the address
    }
    boolean anew = before == null || !now.isBefore(before.since().plus(length));
    int number = anew ? 1 : before.number() + 1;
    Instant since = anew ? now : before.since();
    return number >= failures
        ? new Count(0, now, now.plus(length))
        : new Count(number, since, Instant.MIN);
  }

  private record Count(int number, Instant since, Instant lockedUntil) {}
}
