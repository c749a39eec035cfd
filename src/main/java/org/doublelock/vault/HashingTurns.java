package org.doublelock.vault;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A line of those who want a slow hash: a few are served at a time, in the order they came, and who
 * waits does so in one of so many places and for so long at most. A line that rests leaves the
 * processor to others after each hash, for three times as long as the hash took.
 */
final class HashingTurns {

  /** How many times as long as a hash takes. */
  private static final int RESTS = 3;

  /** What counts of a hash: one that took longer was held up by something else. */
  private static final Duration LONGEST = Duration.ofMillis(250);

  private final Semaphore turns;
  private final Semaphore places;
  private final Duration patience;
  private final boolean rests;
  private final AtomicLong restsUntil = new AtomicLong(System.nanoTime());

  /**
   * @param atATime how many hashes are computed at a time, which bounds processor and memory
   * @param waiting how many wait for that at most; each holds a thread of the server
   * @param patience how long each of them waits at most, and at least half as long
   * @param rests whether the next one waits out a rest
   */
  HashingTurns(int atATime, int waiting, Duration patience, boolean rests) {
    this.turns = new Semaphore(atATime, true);
    this.places = new Semaphore(atATime + waiting);
    this.patience = patience;
    this.rests = rests;
  }

  /**
   * Does the work when it is its turn.
   *
   * @throws HashingBusy when the line is full or the wait too long
   */
  <T> T take(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw new HashingBusy();
    }
    try {
      return inTurn(work);
    } finally {
      places.release();
    }
  }

  /** Nanoseconds. Apart from each other, as a flood that came at once would come again at once. */
  private long patienceOfOne() {
    return (long) (patience.toNanos() * ThreadLocalRandom.current().nextDouble(0.5, 1.0));
  }

  /** How many wait now. */
  int waiting() {
    return turns.getQueueLength();
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(patienceOfOne(), TimeUnit.NANOSECONDS)) {
        throw new HashingBusy();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new HashingBusy();
    }
    try {
      return rests ? rested(work) : work.get();
    } finally {
      turns.release();
    }
  }

  private <T> T rested(Supplier<T> work) {
    for (long left = left(); left > 0; left = left()) {
      LockSupport.parkNanos(left);
    }
    long begun = System.nanoTime();
    try {
      return work.get();
    } finally {
      long ended = System.nanoTime();
      restsUntil.set(ended + RESTS * Math.min(ended - begun, LONGEST.toNanos()));
    }
  }

  private long left() {
    return restsUntil.get() - System.nanoTime();
  }
}
