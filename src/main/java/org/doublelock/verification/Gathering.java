package org.doublelock.verification;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Does together what many threads ask for at the same time, as a database does with commits: who
 * comes while no one is at work does its own at once and alone; who comes meanwhile waits, and the
 * first of them then does all that has gathered.
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

  private final int mostAtWork;
  private final int mostTogether;
  private final Worker<W> worker;
  private final Deque<Asked<W>> waiting = new ArrayDeque<>();
  private int atWork;

  /**
   * @param mostAtWork how many threads may be at work at a time
   * @param mostTogether how much one of them may do in one go
   */
  Gathering(int mostAtWork, int mostTogether, Worker<W> worker) {
    this.mostAtWork = mostAtWork;
    this.mostTogether = mostTogether;
    this.worker = worker;
  }

  /** Returns when the work has been done, by this thread or by another. */
  void await(W work) {
    Asked<W> own = new Asked<>(work);
    if (mustWait(own) && own.awaitTurn() == Turn.DONE) {
      return;
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
    if (atWork < mostAtWork) {
      atWork++;
      return false;
    }
    waiting.add(own);
    return true;
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
      if (next == null) {
        atWork--;
      }
    }
    if (next != null) {
      next.wake(Turn.WORK);
    }
  }

  private enum Turn {
    WAIT,
    WORK,
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

    /** Work that was handed over is always done soon, so an interrupt waits until then. */
    Turn awaitTurn() {
      boolean interrupted = false;
      while (turn == Turn.WAIT) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        thread.interrupt();
      }
      return turn;
    }

    void wake(Turn next) {
      turn = next;
      if (thread != Thread.currentThread()) {
        LockSupport.unpark(thread);
      }
    }
  }
}
