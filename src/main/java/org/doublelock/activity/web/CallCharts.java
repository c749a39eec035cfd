package org.doublelock.activity.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.doublelock.activity.ActivityLog;
import org.doublelock.edge.DatabaseOutage;

/**
 * The drawings of a key's calls of the last day and month. They are no part of what a page is for:
 * a key with too many calls to count in time is shown without.
 */
@ApplicationScoped
public class CallCharts {

  private static final Logger LOG = Logger.getLogger(CallCharts.class.getName());

  private ActivityLog activity;

  protected CallCharts() {
    // for the CDI proxy
  }

  @Inject
  CallCharts(ActivityLog activity) {
    this.activity = activity;
  }

  /** Empty where they cannot be had in time. */
  public Optional<List<CallChart>> of(UUID apiKey, Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    Instant day = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    try {
      return Optional.of(
          List.of(
              chart("calls.last-day", apiKey, hour, Duration.ofHours(1), 24),
              chart("calls.last-month", apiKey, day, Duration.ofDays(1), 30)));
    } catch (RuntimeException failed) {
      if (!DatabaseOutage.isBehind(failed)) {
        throw failed;
      }
      LOG.log(Level.INFO, "a key is shown without the drawings of its calls", failed);
      return Optional.empty();
    }
  }

  private CallChart chart(String name, UUID apiKey, Instant end, Duration part, int parts) {
    Instant start = end.minus(part.multipliedBy(parts));
    return CallChart.of(name, activity.history(apiKey, start, part, parts));
  }
}
