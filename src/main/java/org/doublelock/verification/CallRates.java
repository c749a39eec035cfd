package org.doublelock.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.doublelock.apikey.ApiKeyId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A counter for each key that calls raise and time lowers. Kept by each node for itself: it guards
 * the node's own resources, and what it counts is worth nothing after a restart.
 */
@ApplicationScoped
class CallRates {

  private static final long MAX_KEYS = 100_000;

  private final Cache<ApiKeyId, Level> levels =
      Caffeine.newBuilder().maximumSize(MAX_KEYS).expireAfterWrite(Duration.ofHours(1)).build();
  private double most;
  private double decayPerSecond;

  protected CallRates() {
    // for the CDI proxy
  }

  @Inject
  CallRates(
      @ConfigProperty(name = "doublelock.rate.max", defaultValue = "15") double most,
      @ConfigProperty(name = "doublelock.rate.decay-per-second", defaultValue = "0.33")
          double decayPerSecond) {
    this.most = most;
    this.decayPerSecond = decayPerSecond;
  }

  /** Adds the call's cost; false, and nothing added, when that would exceed the maximum. */
  boolean admit(ApiKeyId key, int cost, Instant now) {
    if (cost == 0) {
      return true;
    }
    AtomicBoolean admitted = new AtomicBoolean();
    levels
        .asMap()
        .compute(
            key,
            (id, before) -> {
              double level = before == null ? 0 : before.at(now, decayPerSecond);
              admitted.set(level + cost <= most);
              // time that has been counted once is not counted again, even if the clock went back
              Instant since = before == null || now.isAfter(before.since()) ? now : before.since();
              return new Level(admitted.get() ? level + cost : level, since);
            });
    return admitted.get();
  }

  /** Whether a call of that cost would be admitted now; counts nothing. */
  boolean hasRoomFor(ApiKeyId key, int cost, Instant now) {
    Level level = levels.getIfPresent(key);
    return cost == 0 || (level == null ? 0 : level.at(now, decayPerSecond)) + cost <= most;
  }

  private record Level(double value, Instant since) {

    double at(Instant now, double decayPerSecond) {
      double seconds = Math.max(0, Duration.between(since, now).toMillis() / 1000.0);
      return Math.max(0, value - seconds * decayPerSecond);
    }
  }
}
