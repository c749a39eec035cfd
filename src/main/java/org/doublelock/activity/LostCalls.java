package org.doublelock.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.doublelock.metrics.Gauge;

/** Shows an operator when the call log has holes. */
@ApplicationScoped
class LostCalls implements Gauge {

  @Inject private CallLog calls;

  @Override
  public String name() {
    return "doublelock_call_log_lost";
  }

  @Override
  public String help() {
    return "Accepted calls that are missing from the call log, since the start of this node.";
  }

  @Override
  public double value() {
    return calls.lost();
  }
}
