package org.doublelock.deadline;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Until when the work of this thread may wait for the database. Each wait has a limit of its own,
 * and work has several of them, one after the other; whoever asks for an answer wants one limit.
 * What waits looks here before it does.
 */
public final class Deadline {

  private static final ThreadLocal<Span> SPAN = new ThreadLocal<>();

  private Deadline() {}

  /** Work that gives a value. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Does the work with that much time. Inside other such work it gets no more than is left. */
  public static <T, E extends Exception> T within(Duration time, Work<T, E> work) throws E {
    Span outer = SPAN.get();
    Span own = new Span(System.nanoTime() + time.toNanos(), time.toNanos());
    SPAN.set(outer != null && outer.end() - own.end() < 0 ? outer : own);
    try {
      return work.run();
    } finally {
      if (outer == null) {
        SPAN.remove();
      } else {
        SPAN.set(outer);
      }
    }
  }

  /** What is left for the work of this thread, 0 and less when it is over; empty without limit. */
  public static OptionalLong leftMillis() {
    Span span = SPAN.get();
    return span == null ? OptionalLong.empty() : OptionalLong.of(span.leftNanos() / 1_000_000);
  }

  /** Whether more than half of it is over, so that nobody else's work should depend on it. */
  public static boolean isHurried() {
    Span span = SPAN.get();
    return span != null && span.leftNanos() < span.length() / 2;
  }

  /** In nanoseconds; the end by the clock of {@link System#nanoTime}. */
  private record Span(long end, long length) {

    long leftNanos() {
      return end - System.nanoTime();
    }
  }
}
