package org.doublelock.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.doublelock.edge.Networks;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Unknown keys and bad signatures by network address. After too many within the lockout's length
 * the address waits. In memory and bounded, since unauthenticated callers fill it.
 */
@ApplicationScoped
class AddressLockouts {

  private static final long MAX_ADDRESSES = 100_000;

  private final Cache<String, Count> counts =
      Caffeine.newBuilder().maximumSize(MAX_ADDRESSES).expireAfterWrite(Duration.ofDays(1)).build();
  private Networks networks;
  private int failures;
  private Duration length;

  protected AddressLockouts() {
    // for the CDI proxy
  }

  @Inject
  AddressLockouts(
      Networks networks,
      @ConfigProperty(name = "doublelock.address-lockout.failures", defaultValue = "100")
          int failures,
      @ConfigProperty(name = "doublelock.address-lockout.minutes", defaultValue = "5")
          long minutes) {
    this.networks = networks;
    this.failures = failures;
    this.length = Duration.ofMinutes(minutes);
  }

  boolean isLocked(String address, Instant now) {
    Count count = counts.getIfPresent(networks.of(address));
    return count != null && now.isBefore(count.lockedUntil());
  }

  void failed(String address, Instant now) {
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
