package org.doublelock.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Signed calls by what came of them, and how long verifying them took, on this node since its
 * start.
 */
@ApplicationScoped
public class CallMetrics {

  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
  private final Durations verification = new Durations();

  /**
   * A call that was answered.
   *
   * @param outcome from a bounded set, such as {@code accepted} or {@code otp-wrong}
   */
  public void count(String outcome, long verifiedInNanos) {
    outcomes.computeIfAbsent(outcome, name -> new LongAdder()).increment();
    verification.add(verifiedInNanos);
  }

  void write(StringBuilder out) {
    out.append("# HELP doublelock_calls_total Signed calls by outcome.\n");
    out.append("# TYPE doublelock_calls_total counter\n");
    outcomes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            outcome ->
                out.append("doublelock_calls_total{outcome=\"")
                    .append(outcome.getKey())
                    .append("\"} ")
                    .append(outcome.getValue().sum())
                    .append('\n'));
    out.append("# HELP doublelock_verification_seconds How long verifying a signed call took.\n");
    out.append("# TYPE doublelock_verification_seconds histogram\n");
    verification.write("doublelock_verification_seconds", out);
  }
}
