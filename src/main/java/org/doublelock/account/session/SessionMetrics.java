package org.doublelock.account.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.doublelock.metrics.Measured;
import org.doublelock.metrics.Metric;

/** Shows an operator how many people are signed in. */
@ApplicationScoped
class SessionMetrics implements Measured {

  @Inject private OpenSessions sessions;
  @Inject private Clock clock;

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.fromDatabase(
            "doublelock_sessions",
            "Browser sessions that are signed in, at any node.",
            () -> sessions.number(clock.instant())));
  }
}
