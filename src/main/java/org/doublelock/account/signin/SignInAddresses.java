package org.doublelock.account.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.doublelock.edge.Networks;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Wrong guesses by network address, whatever accounts they were at. After too many within the
 * lock's length the address waits. In memory and bounded, since whoever fails to sign in fills it.
 */
@ApplicationScoped
public class SignInAddresses {

  private static final long MAX_ADDRESSES = 100_000;

  private final Cache<String, Count> counts =
      Caffeine.newBuilder().maximumSize(MAX_ADDRESSES).expireAfterWrite(Duration.ofDays(1)).build();
  private Networks networks;
  private int failures;
  private Duration length;

  protected SignInAddresses() {
    // for the CDI proxy
  }

  /**
   * @param failures wrong guesses within the minutes that lock an address; 0 for never
   */
  @Inject
  public SignInAddresses(
      Networks networks,
      @ConfigProperty(name = "doublelock.sign-in.address-failures", defaultValue = "50")
          int failures,
      @ConfigProperty(name = "doublelock.sign-in.address-minutes", defaultValue = "15")
          long minutes) {
    if (failures < 0 || minutes < 1) {
      throw new IllegalArgumentException(
          "doublelock.sign-in.address-failures is at least 0, and address-minutes at least 1");
    }
    this.networks = networks;
    this.failures = failures;
    this.length = Duration.ofMinutes(minutes);
  }

  /** True while nothing from there is tried. */
  public boolean isLocked(String address, Instant now) {
    Count count = counts.getIfPresent(networks.of(address));
    return count != null && now.isBefore(count.lockedUntil());
  }

  /** Counts a wrong guess, or something asked for that is bounded alike. */
  public void failed(String address, Instant now) {
    if (failures > 0) {
      counts.asMap().compute(networks.of(address), (key, before) -> next(before, now));
    }
  }

  private Count next(Count before, Instant now) {
    if (before != null && now.isBefore(before.lockedUntil())) {
      return before;
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
