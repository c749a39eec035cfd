package org.doublelock.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.doublelock.metrics.Gauge;

/** Shows an operator a clock that goes wrong before codes are refused. */
@ApplicationScoped
class ClockGauge implements Gauge {

  @Inject private ClockWatch watch;

  @Override
  public String name() {
    return "doublelock_clock_ahead_seconds";
  }

  @Override
  public String help() {
    return "By how much the clock of this node is ahead of the database's; negative when behind.";
  }

  @Override
  public double value() {
    return watch.secondsAhead();
  }
}
