package org.doublelock.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many calls of a key were accepted and refused over a time, in equal parts, oldest first.
 *
 * @param refusedBy how many were refused for each reason, by its code
 */
public record CallHistory(List<Part> parts, Map<String, Long> refusedBy) {

  /** One part of the time. */
  public record Part(Instant start, long accepted, long refused) {}

  public long accepted() {
    return parts.stream().mapToLong(Part::accepted).sum();
  }

  public long refused() {
    return parts.stream().mapToLong(Part::refused).sum();
  }

  /** Adds up what the database counted. */
  static final class Counting {

    private final Instant start;
    private final Duration part;
    private final long[] accepted;
    private final long[] refused;
    private final Map<String, Long> refusedBy = new TreeMap<>();

    Counting(Instant start, Duration part, int parts) {
      this.start = start;
      this.part = part;
      this.accepted = new long[parts];
      this.refused = new long[parts];
    }

    /** What lies outside the time is not counted: another node's clock may be ahead. */
    void add(int index, String refusal, long calls) {
      if (index < 0 || index >= accepted.length) {
        return;
      }
      if (refusal.isEmpty()) {
        accepted[index] += calls;
      } else {
        refused[index] += calls;
        refusedBy.merge(refusal, calls, Long::sum);
      }
    }

    CallHistory done() {
      List<Part> all = new ArrayList<>();
      for (int index = 0; index < accepted.length; index++) {
        all.add(new Part(start.plus(part.multipliedBy(index)), accepted[index], refused[index]));
      }
      return new CallHistory(List.copyOf(all), Map.copyOf(refusedBy));
    }
  }
}
