package org.doublelock.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.apikey.ApiKeyId;
import org.doublelock.unlocking.UnlockRequests;

/**
 * Has owners asked whether to unlock a key that was refused for want of a code. The database counts
 * the bouts; from each node it hears of a key every few minutes at most.
 */
@ApplicationScoped
class UnlockQuestions {

  private static final Logger LOG = Logger.getLogger(UnlockQuestions.class.getName());
  private static final Duration QUIET = Duration.ofMinutes(5);
  private static final long MAX_KEYS = 100_000;

  private final Cache<ApiKeyId, Instant> heard =
      Caffeine.newBuilder().maximumSize(MAX_KEYS).build();

  private UnlockRequests requests;

  protected UnlockQuestions() {
    // for the CDI proxy
  }

  @Inject
  UnlockQuestions(UnlockRequests requests) {
    this.requests = requests;
  }

  /** The refusal is decided and written down; that the question fails must not change it. */
  void refused(ApiKeyId key, SignedCall call, Instant now) {
    if (!isNews(key, now)) {
      return;
    }
    try {
      requests.refused(key, call.function(), call.callerAddress(), now);
    } catch (RuntimeException failed) {
      heard.invalidate(key);
      LOG.log(Level.WARNING, "an owner could not be asked about a refused call", failed);
    }
  }

  private boolean isNews(ApiKeyId key, Instant now) {
    AtomicBoolean news = new AtomicBoolean();
    heard
        .asMap()
        .compute(
            key,
            (id, before) -> {
              news.set(before == null || !now.isBefore(before.plus(QUIET)));
              return news.get() ? now : before;
            });
    return news.get();
  }
}
