package org.doublelock.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Requests by the part of the application and the class of their status, and their time. */
@ApplicationScoped
class RequestMetrics implements Measured {

  private static final int FIRST = 2;
  private static final int LAST = 5;

  private final Map<Area, List<Durations>> took = new EnumMap<>(Area.class);

  RequestMetrics() {
    for (Area area : Area.values()) {
      took.put(area, IntStream.rangeClosed(FIRST, LAST).mapToObj(each -> durations()).toList());
    }
  }

  private static Durations durations() {
    return new Durations(
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10));
  }

  void add(Area area, int status, long tookNanos) {
    int statusClass = Math.min(LAST, Math.max(FIRST, status / 100));
    took.get(area).get(statusClass - FIRST).add(tookNanos);
  }

  @Override
  public List<Metric> metrics() {
    Map<Labels, Durations> labelled = new HashMap<>();
    took.forEach(
        (area, each) ->
            IntStream.rangeClosed(FIRST, LAST)
                .forEach(
                    status ->
                        labelled.put(
                            Labels.of("area", area.code(), "status", status + "xx"),
                            each.get(status - FIRST))));
    return List.of(
        Metric.durations(
            "doublelock_http_request_seconds",
            "How long answering a request took, by part of the application and class of status.",
            labelled));
  }
}
