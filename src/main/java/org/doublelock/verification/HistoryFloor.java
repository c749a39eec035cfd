package org.doublelock.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.doublelock.history.DatabaseHistory;
import org.doublelock.signing.Nonce;

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

  protected HistoryFloor() {
    // for the CDI proxy
  }

  @Inject
  HistoryFloor(DatabaseHistory history) {
    this.history = history;
  }

  /** Whether the key was read from the history that the row is of now. */
  boolean isOf(CheckedCall call) {
    return call.key().isOf(history.lastForkMillis());
  }

  boolean admits(CheckedCall call) {
    return admits(call.nonce(), call.key().signedSince(call.now()), call.now());
  }

  /**
   * @param secretSince since when the secret that signed the call has been in use
   */
  boolean admits(Nonce nonce, Instant secretSince, Instant now) {
    return history
        .forkedAt()
        .filter(fork -> !secretSince.isAfter(fork))
        .map(fork -> nonce.instant().filter(at -> isOfNow(at, fork, now)).isPresent())
        .orElse(true);
  }

  /** A time to come may have been used before the fork as well as any other number. */
  private static boolean isOfNow(Instant at, Instant fork, Instant now) {
    return at.isAfter(fork.plus(MARGIN)) && !at.isAfter(now.plus(NonceUnits.AHEAD));
  }
}
