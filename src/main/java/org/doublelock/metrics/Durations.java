package org.doublelock.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How long something took, counted in buckets. Cheap enough for every call: no lock, also not while
 * it is read, and no allocation.
 */
public final class Durations {

  private final long[] limits;
  private final LongAdder[] buckets;
  private final LongAdder nanos = new LongAdder();

  /**
   * @param limits of the buckets, the shortest first; what takes longer than the last has one more
   */
  public Durations(Duration... limits) {
    this.limits = Stream.of(limits).mapToLong(Duration::toNanos).toArray();
    this.buckets =
        Stream.generate(LongAdder::new).limit(limits.length + 1L).toArray(LongAdder[]::new);
  }

  public void add(long tookNanos) {
    int bucket = 0;
    while (bucket < limits.length && tookNanos > limits[bucket]) {
      bucket++;
    }
    buckets[bucket].increment();
    nanos.add(tookNanos);
  }

  HistogramDataPointSnapshot now(Labels labels) {
    List<Double> bounds =
        DoubleStream.concat(
                Arrays.stream(limits).mapToDouble(limit -> limit / 1e9),
                DoubleStream.of(Double.POSITIVE_INFINITY))
            .boxed()
            .toList();
    return new HistogramDataPointSnapshot(
        ClassicHistogramBuckets.of(bounds, Arrays.asList(buckets)),
        nanos.sum() / 1e9,
        labels,
        Exemplars.EMPTY,
        0);
  }
}
