package org.doublelock.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What a load met with.
 *
 * @param latencies nanoseconds, in order of size
 * @param length how long it went on
 */
record Measured(long[] latencies, Duration length) {

  /** What all rounds together met with. */
  static Measured all(List<Measured> rounds) {
    return rounds.stream().reduce(Measured::and).orElseThrow();
  }

  /** Answers a second. */
  double rate() {
    return latencies.length * 1e9 / length.toNanos();
  }

  double medianMicros() {
    return latencies[latencies.length / 2] / 1e3;
  }

  double slowestHundredthMicros() {
    return latencies[(int) (latencies.length * 0.99)] / 1e3;
  }

  Measured and(Measured other) {
    return new Measured(
        LongStream.concat(LongStream.of(latencies), LongStream.of(other.latencies))
            .sorted()
            .toArray(),
        length.plus(other.length));
  }
}
