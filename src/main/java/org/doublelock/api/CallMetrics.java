package org.doublelock.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.doublelock.metrics.Durations;
import org.doublelock.metrics.Measured;
import org.doublelock.metrics.Metric;
import org.doublelock.metrics.Outcomes;
import org.doublelock.verification.Refusal;

/** Signed calls by what came of them, and how long verifying them took. */
@ApplicationScoped
class CallMetrics implements Measured {

  static final String ACCEPTED = "accepted";

  /** The database could not decide. */
  static final String UNAVAILABLE = "unavailable";

  /** We could not. */
  static final String FAILED = "failed";

  private final Outcomes calls =
      new Outcomes(
          Stream.concat(
              Stream.of(ACCEPTED, UNAVAILABLE, FAILED),
              Stream.of(Refusal.values()).map(Refusal::code)));

  private final Durations verification =
      new Durations(
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

  /**
   * A call that was decided, or not.
   *
   * @param outcome one of the above or the code of a refusal
   */
  void count(String outcome, long verifiedInNanos) {
    calls.count(outcome);
    verification.add(verifiedInNanos);
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.outcomes("doublelock_calls_total", "Signed calls by outcome.", "outcome", calls),
        Metric.durations(
            "doublelock_verification_seconds",
            "How long verifying a signed call took.",
            verification));
  }
}
