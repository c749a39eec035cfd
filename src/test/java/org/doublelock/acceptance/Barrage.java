package org.doublelock.acceptance;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/** Many callers at once that go on, whatever happens to those they call, until they are told. */
final class Barrage implements AutoCloseable {

  /**
   * One call and what came of it.
   *
   * @param error what the API said: empty for accepted; null when no answer of its came
   */
  record Shot(long nonce, long start, long end, int status, String error) {

    boolean isAccepted() {
      return status == 200 && "".equals(error);
    }
  }

  private final Queue<Shot> shots = new ConcurrentLinkedQueue<>();

  /** Counted apart, since to count the shots is to walk through all of them. */
  private final AtomicInteger made = new AtomicInteger();

  private final AtomicLong accepted = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicLong turns = new AtomicLong();
  private final AtomicLong between = new AtomicLong();
  private final ExecutorService threads;
  private final List<Future<?>> running = new ArrayList<>();

  /**
   * Begins.
   *
   * @param nonceOf the nonce of each call, by its number
   * @param calls the calls to send, to one node or the other
   */
  Barrage(int callers, LongFunction<Long> nonceOf, List<LongFunction<ApiClient.Call>> calls) {
    threads = Executors.newFixedThreadPool(callers);
    for (int caller = 0; caller < callers; caller++) {
      LongFunction<ApiClient.Call> to = calls.get(caller % calls.size());
      running.add(
          threads.submit(
              () -> {
                while (!over.get()) {
                  long nonce = nonceOf.apply(turns.getAndIncrement());
                  note(shoot(nonce, to.apply(nonce)));
                  LockSupport.parkNanos(between.get());
                }
              }));
    }
  }

  private static Shot shoot(long nonce, ApiClient.Call call) {
    long start = System.nanoTime();
    try {
      ApiAnswer answer = call.send();
      // a node that is starting answers with a page of the server's before it is there
      boolean answered = answer.text().startsWith("{");
      String error = answered ? answer.error() : null;
      return new Shot(nonce, start, System.nanoTime(), answer.status(), error);
    } catch (UncheckedIOException noAnswer) {
      return new Shot(nonce, start, System.nanoTime(), 0, null);
    }
  }

  private void note(Shot shot) {
    shots.add(shot);
    made.incrementAndGet();
    if (shot.isAccepted()) {
      accepted.incrementAndGet();
    }
  }

  int size() {
    return made.get();
  }

  /** Waits until so many more have been accepted. */
  void awaitAccepted(long more) {
    long goal = accepted.get() + more;
    while (accepted.get() < goal) {
      requireGoingOn();
      pause();
    }
  }

  /** Waits until so many calls have been made altogether. */
  void awaitSize(int goal) {
    while (size() < goal) {
      requireGoingOn();
      pause();
    }
  }

  /** While this is done, each caller waits a quarter of a second between its calls. */
  void slowlyDuring(Runnable deed) {
    between.set(250_000_000);
    try {
      deed.run();
    } finally {
      between.set(0);
    }
  }

  private void requireGoingOn() {
    for (Future<?> caller : running) {
      if (caller.isDone()) {
        throw new IllegalStateException("a caller has given up: " + caller);
      }
    }
  }

  private static void pause() {
    LockSupport.parkNanos(5_000_000);
  }

  /** Ends it, and tells all that came of it. */
  List<Shot> end() throws Exception {
    over.set(true);
    for (Future<?> caller : running) {
      caller.get();
    }
    return List.copyOf(shots);
  }

  /** The nonces that were accepted twice; there must be none. */
  static Set<Long> twice(List<Shot> shots) {
    Set<Long> once = new HashSet<>();
    Set<Long> twice = new HashSet<>();
    shots.stream()
        .filter(Shot::isAccepted)
        .filter(shot -> !once.add(shot.nonce()))
        .forEach(shot -> twice.add(shot.nonce()));
    return twice;
  }

  /**
   * Accepted calls that began when a call with a higher nonce, or the same, had been accepted and
   * answered before; there must be none.
   */
  static List<Shot> outOfOrder(List<Shot> shots) {
    List<Shot> byStart = new ArrayList<>(shots.stream().filter(Shot::isAccepted).toList());
    List<Shot> byEnd = new ArrayList<>(byStart);
    byStart.sort(Comparator.comparingLong(Shot::start));
    byEnd.sort(Comparator.comparingLong(Shot::end));
    List<Shot> wrong = new ArrayList<>();
    long highest = -1;
    int ended = 0;
    for (Shot shot : byStart) {
      while (byEnd.get(ended).end() < shot.start()) {
        highest = Math.max(highest, byEnd.get(ended++).nonce());
      }
      if (shot.nonce() <= highest) {
        wrong.add(shot);
      }
    }
    return wrong;
  }

  @Override
  public void close() {
    over.set(true);
    threads.shutdown();
  }
}
