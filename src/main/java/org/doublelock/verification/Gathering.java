package org.doublelock.verification;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Does together what many threads ask for at the same time, as a database does with commits: who
 * comes while no one is at work does its own at once and alone; who comes meanwhile waits, and the
 * first of them then does all that has gathered. Work that takes long holds up nobody else: who has
 * waited in vain goes alone.
 *
 * @param <W> what is asked for
 */
final class Gathering<W> {

  /**
   * Does all of them; what it does for each, and whether it failed, is noted in the work itself.
   */
  @FunctionalInterface
  interface Worker<W> {
    void doAll(List<W> work);
  }

  private final long patienceNanos;
  private final int mostTogether;
  private final Worker<W> worker;
  private final Deque<Asked<W>> waiting = new ArrayDeque<>();
  private boolean atWork;

  /**
   * @param patience how long to wait for others before going alone
   * @param mostTogether how much is done in one go
   */
  Gathering(Duration patience, int mostTogether, Worker<W> worker) {
    this.patienceNanos = patience.toNanos();
    this.mostTogether = mostTogether;
    this.worker = worker;
  }

  /** Returns when the work has been done, by this thread or by another. */
  void await(W work) {
    Asked<W> own = new Asked<>(work);
    if (mustWait(own)) {
      switch (awaitTurn(own)) {
        case DONE:
          return;
        case ALONE:
          worker.doAll(List.of(work));
          return;
        default: // it is this thread's turn to do what has gathered
      }
    }
    List<Asked<W>> together = gather(own);
    try {
      worker.doAll(together.stream().map(Asked::work).toList());
    } finally {
      // also when it throws: the others find their work undone, and none is left waiting
      together.forEach(asked -> asked.wake(Turn.DONE));
      passOn();
    }
  }

  private synchronized boolean mustWait(Asked<W> own) {
    if (!atWork) {
      atWork = true;
      return false;
    }
    waiting.add(own);
    return true;
  }

  /** Work that was handed over is always done soon, so an interrupt waits until then. */
  private Turn awaitTurn(Asked<W> own) {
    boolean interrupted = false;
    long start = System.nanoTime();
    boolean mayLeave = true;
    while (own.turn == Turn.WAIT) {
      long left = patienceNanos - (System.nanoTime() - start);
      if (!mayLeave) {
        LockSupport.park(this);
      } else if (left > 0) {
        LockSupport.parkNanos(this, left);
      } else if (leave(own)) {
        return Turn.ALONE;
      } else {
        mayLeave = false; // somebody has it in hand
      }
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      own.thread.interrupt();
    }
    return own.turn;
  }

  private synchronized boolean leave(Asked<W> own) {
    return waiting.remove(own);
  }

  private synchronized List<Asked<W>> gather(Asked<W> own) {
    List<Asked<W>> together = new ArrayList<>();
    together.add(own);
    while (!waiting.isEmpty() && together.size() < mostTogether) {
      together.add(waiting.poll());
    }
    return together;
  }

  /** Whoever has waited longest takes over, so that nobody works for others for ever. */
  private void passOn() {
    Asked<W> next;
    synchronized (this) {
      next = waiting.poll();
      atWork = next != null;
    }
    if (next != null) {
      next.wake(Turn.WORK);
    }
  }

  /** How many wait for their turn now. */
  synchronized int waiting() {
    return waiting.size();
  }

  private enum Turn {
    WAIT,
    WORK,
    ALONE,
    DONE
  }

  private static final class Asked<W> {

    private final W work;
    private final Thread thread = Thread.currentThread();
    private volatile Turn turn = Turn.WAIT;

    Asked(W work) {
      this.work = work;
    }

    W work() {
      return work;
    }

    void wake(Turn next) {
      turn = next;
      if (thread != Thread.currentThread()) {
        LockSupport.unpark(thread);
      }
    }
  }
}
