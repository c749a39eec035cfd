package org.doublelock.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.doublelock.metrics.Measured;
import org.doublelock.metrics.Metric;

/** Shows an operator when the call log has holes. */
@ApplicationScoped
class LostCalls implements Measured {

  @Inject private CallLog calls;

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.counter(
            "doublelock_call_log_lost_total",
            "Accepted calls that are missing from the call log.",
            calls::lost));
  }
}
