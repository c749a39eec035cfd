package org.doublelock.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** How long something took, counted in buckets; cheap enough for every call. */
final class Durations {

  private static final List<Duration> LIMITS =
      List.of(
          Duration.ofNanos(500_000),
          Duration.ofMillis(1),
          Duration.ofMillis(2),
          Duration.ofMillis(5),
          Duration.ofMillis(10),
          Duration.ofMillis(25),
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          Duration.ofMillis(250),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15));

  private final List<LongAdder> buckets =
      IntStream.rangeClosed(0, LIMITS.size()).mapToObj(bucket -> new LongAdder()).toList();
  private final LongAdder nanos = new LongAdder();

  void add(long took) {
    int bucket = 0;
    while (bucket < LIMITS.size() && took > LIMITS.get(bucket).toNanos()) {
      bucket++;
    }
    buckets.get(bucket).increment();
    nanos.add(took);
  }

  /** The lines of a histogram in the text format, in seconds. */
  void write(String name, StringBuilder out) {
    long count = 0;
    for (int bucket = 0; bucket < buckets.size(); bucket++) {
      count += buckets.get(bucket).sum();
      String limit =
          bucket < LIMITS.size()
              ? String.format(Locale.ROOT, "%s", LIMITS.get(bucket).toNanos() / 1e9)
              : "+Inf";
      out.append(name).append("_bucket{le=\"").append(limit).append("\"} ").append(count);
      out.append('\n');
    }
    out.append(name).append("_sum ").append(nanos.sum() / 1e9).append('\n');
    out.append(name).append("_count ").append(count).append('\n');
  }
}
