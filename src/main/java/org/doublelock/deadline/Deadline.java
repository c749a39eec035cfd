package org.doublelock.deadline;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Until when the work of this thread may wait for the database. Each wait has a limit of its own,
 * and work has several of them, one after the other; whoever asks for an answer wants one limit.
 * What waits looks here before it does.
 */
public final class Deadline {

  private static final ThreadLocal<Long> END_NANOS = new ThreadLocal<>();

  private Deadline() {}

  /** Work that gives a value. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Does the work with that much time. Inside other such work it gets no more than is left. */
  public static <T, E extends Exception> T within(Duration time, Work<T, E> work) throws E {
    Long outer = END_NANOS.get();
    long end = System.nanoTime() + time.toNanos();
    END_NANOS.set(outer != null && outer - end < 0 ? outer : Long.valueOf(end));
    try {
      return work.run();
    } finally {
      if (outer == null) {
        END_NANOS.remove();
      } else {
        END_NANOS.set(outer);
      }
    }
  }

  /** What is left for the work of this thread, 0 and less when it is over; empty without limit. */
  public static OptionalLong leftMillis() {
    Long end = END_NANOS.get();
    return end == null
        ? OptionalLong.empty()
        : OptionalLong.of((end - System.nanoTime()) / 1_000_000);
  }
}
