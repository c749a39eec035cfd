package org.doublelock.verification;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.doublelock.deadline.Deadline;

/**
 * Group commit: what is asked while groups are being committed forms the next group. Who comes
 * while fewer than that many groups are in flight commits its own at once and alone; who comes
 * later waits, and the first of those then commits for all. A commit that takes long holds up
 * nobody else: who has waited in vain goes alone.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
final class GroupCommit<Q, A> {

  /**
   * Commits a group and completes the answer of each, or leaves it open where nothing became of it
   * and it may be asked again, alone. Of a group of one every answer is completed.
   */
  @FunctionalInterface
  interface Committer<Q, A> {
    void commit(List<Asked<Q, A>> group);
  }

  private final long patienceNanos;
  private final int maxGroups;
  private final int maxSize;
  private final Committer<Q, A> committer;
  private final Deque<Asked<Q, A>> waiting = new ArrayDeque<>();
  private int inFlight;

  /**
   * @param patience how long to wait for others before going alone
   * @param maxGroups how many groups are in flight at most
   * @param maxSize how many make up a group at most
   */
  GroupCommit(Duration patience, int maxGroups, int maxSize, Committer<Q, A> committer) {
    this.patienceNanos = patience.toNanos();
    this.maxGroups = maxGroups;
    this.maxSize = maxSize;
    this.committer = committer;
  }

  /** Returns when the question has been put to the committer, by this thread or by another. */
  CompletableFuture<A> ask(Q question) {
    Asked<Q, A> own = new Asked<>(question);
    Turn turn = begins(own) ? Turn.LEAD : awaitTurn(own);
    if (turn == Turn.LEAD) {
      lead(own);
    }
    if (!own.answer.isDone()) {
      committer.commit(List.of(own));
    }
    return own.answer;
  }

  private void lead(Asked<Q, A> own) {
    // the time of who leads is the group's, so whoever has little left commits for nobody else
    List<Asked<Q, A>> group = Deadline.isHurried() ? List.of(own) : gather(own);
    try {
      committer.commit(group);
    } catch (RuntimeException | Error broken) {
      group.forEach(asked -> asked.answer.completeExceptionally(broken));
      throw broken;
    } finally {
      group.forEach(asked -> asked.turn.complete(Turn.SERVED));
      passOn();
    }
  }

  private synchronized boolean begins(Asked<Q, A> own) {
    if (inFlight < maxGroups) {
      inFlight++;
      return true;
    }
    waiting.add(own);
    return false;
  }

  /** What was handed over is always served soon, so an interrupt waits until then. */
  private Turn awaitTurn(Asked<Q, A> own) {
    boolean interrupted = false;
    long end = System.nanoTime() + patienceNanos;
    try {
      while (true) {
        try {
          return own.turn.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException later) {
          interrupted = true;
        } catch (TimeoutException inVain) {
          return leaves(own) ? Turn.SERVED : own.turn.join();
        } catch (ExecutionException never) {
          throw new IllegalStateException(never);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized boolean leaves(Asked<Q, A> own) {
    return waiting.remove(own);
  }

  private synchronized List<Asked<Q, A>> gather(Asked<Q, A> own) {
    List<Asked<Q, A>> group = new ArrayList<>();
    group.add(own);
    while (!waiting.isEmpty() && group.size() < maxSize) {
      group.add(waiting.poll());
    }
    return group;
  }

  /** Whoever has waited longest takes over, so that nobody commits for others for ever. */
  private void passOn() {
    Asked<Q, A> next;
    synchronized (this) {
      next = waiting.poll();
      if (next == null) {
        inFlight--;
      }
    }
    if (next != null) {
      next.turn.complete(Turn.LEAD);
    }
  }

  /** How many wait for their turn now. */
  synchronized int waiting() {
    return waiting.size();
  }

  private enum Turn {
    LEAD,
    SERVED
  }

  /** A question, and the future of its answer. */
  static final class Asked<Q, A> {

    private final Q question;
    private final CompletableFuture<A> answer = new CompletableFuture<>();
    private final CompletableFuture<Turn> turn = new CompletableFuture<>();

    Asked(Q question) {
      this.question = question;
    }

    Q question() {
      return question;
    }

    CompletableFuture<A> answer() {
      return answer;
    }
  }
}
