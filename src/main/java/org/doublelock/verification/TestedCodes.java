package org.doublelock.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.doublelock.account.AccountId;

/**
 * How many wrong second factors an account has tested without calling. Tests count nothing in the
 * key's row, so without this bound they would tell a thief of the session which code is right.
 */
@ApplicationScoped
class TestedCodes {

  static final int MOST = 10;
  static final Duration WITHIN = Duration.ofMinutes(15);

  private static final long MOST_ACCOUNTS = 100_000;

  private final Cache<AccountId, Count> counts =
      Caffeine.newBuilder().maximumSize(MOST_ACCOUNTS).expireAfterWrite(WITHIN).build();

  /**
   * Counts a test before it is made, so that many at once are not more; false when none is left.
   */
  boolean take(AccountId account, Instant now) {
    AtomicBoolean taken = new AtomicBoolean();
    counts
        .asMap()
        .compute(
            account,
            (id, before) -> {
              boolean anew = before == null || !now.isBefore(before.since().plus(WITHIN));
              Count count = anew ? new Count(0, now) : before;
              taken.set(count.number() < MOST);
              return taken.get() ? new Count(count.number() + 1, count.since()) : count;
            });
    return taken.get();
  }

  /** The test that was taken was of a right one, which is no guess. */
  void giveBack(AccountId account) {
    counts
        .asMap()
        .computeIfPresent(
            account, (id, count) -> new Count(Math.max(0, count.number() - 1), count.since()));
  }

  private record Count(int number, Instant since) {}
}
