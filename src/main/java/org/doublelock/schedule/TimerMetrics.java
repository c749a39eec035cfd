package org.doublelock.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.doublelock.metrics.Measured;
import org.doublelock.metrics.Metric;
import org.doublelock.metrics.Outcomes;

/** Shows an operator which timers run. One that stands still shows by its counter alone. */
@ApplicationScoped
class TimerMetrics implements Measured {

  /** By class and method. Servers make a bean at its timer's first time, which may never come. */
  static final String[] TIMERS = {
    "CallLogWriter.write",
    "ClockWatch.look",
    "DemandTimer.tell",
    "ExchangeTimer.pass",
    "ExportTimer.forget",
    "ExportTimer.write",
    "HistoryWatch.look",
    "KeysetUpkeep.look",
    "LeaseTimer.tell",
    "MailDelivery.sendDue",
    "RemovalTimer.carryOut",
    "Retention.forget"
  };

  // the server makes an interceptor for each bean
  static final Outcomes RUNS = new Outcomes(TIMERS);
  static final Outcomes FAILURES = new Outcomes(TIMERS);

  static void ran(String timer) {
    RUNS.count(timer);
  }

  static void failed(String timer) {
    FAILURES.count(timer);
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.outcomes(
            "doublelock_timer_runs_total",
            "Runs of each timer that came to a good end.",
            "timer",
            RUNS),
        Metric.outcomes(
            "doublelock_timer_failures_total",
            "Runs of each timer that failed.",
            "timer",
            FAILURES));
  }
}
