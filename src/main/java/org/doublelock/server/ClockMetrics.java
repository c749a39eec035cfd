package org.doublelock.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.doublelock.metrics.Measured;
import org.doublelock.metrics.Metric;

/** Shows an operator a clock that goes wrong before codes are refused. */
@ApplicationScoped
class ClockMetrics implements Measured {

  @Inject private ClockWatch watch;

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.fromDatabase(
            "doublelock_clock_ahead_seconds",
            "By how much the clock of this node is ahead of the database's; negative when behind.",
            watch::secondsAhead));
  }
}
