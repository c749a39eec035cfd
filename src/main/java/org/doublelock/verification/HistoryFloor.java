package org.doublelock.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.doublelock.history.DatabaseHistory;
import org.doublelock.signing.Nonce;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which nonces may be fresh once the database's history has forked or stepped back: the row may
 * have forgotten the ones of before. A nonce that is a time has to lie after that instant; any
 * other is not taken until the key is rolled.
 */
@ApplicationScoped
class HistoryFloor {

  /** How far ahead of ours the clock of a client may be. */
  static final Duration MARGIN = Duration.ofSeconds(5);

  private DatabaseHistory history;
  private boolean lossless;

  protected HistoryFloor() {
    // for the CDI proxy
  }

  @Inject
  HistoryFloor(
      DatabaseHistory history,
      @ConfigProperty(name = "doublelock.db.replication", defaultValue = "asynchronous")
          String replication) {
    this.history = history;
    this.lossless =
        switch (replication) {
          case "synchronous" -> true;
          case "asynchronous" -> false;
          default ->
              throw new IllegalArgumentException(
                  "doublelock.db.replication is asynchronous or synchronous");
        };
  }

  boolean admits(CheckedCall call) {
    return admits(call.nonce(), call.key().signedSince(call.now()), call.now());
  }

  /**
   * @param secretSince since when the secret that signed the call has been in use
   */
  boolean admits(Nonce nonce, Instant secretSince, Instant now) {
    Optional<Instant> forkedAt = lossless ? Optional.empty() : history.forkedAt();
    return forkedAt
        .filter(fork -> !secretSince.isAfter(fork))
        .map(fork -> nonce.instant().filter(at -> isOfNow(at, fork, now)).isPresent())
        .orElse(true);
  }

  /** A time to come may have been used before the fork as well as any other number. */
  private static boolean isOfNow(Instant at, Instant fork, Instant now) {
    return at.isAfter(fork.plus(MARGIN)) && !at.isAfter(now.plus(NonceUnits.AHEAD));
  }
}
