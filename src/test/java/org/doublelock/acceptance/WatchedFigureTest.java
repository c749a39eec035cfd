package org.doublelock.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.doublelock.acceptance.WatchedFigure.Value;
import org.junit.jupiter.api.Test;

/** What the check of alerts and dashboard finds in an expression. */
class WatchedFigureTest {

  @Test
  void functions_labels_and_times_are_no_metrics() {
    assertEquals(
        List.of(
            new WatchedFigure(
                "calls_total",
                List.of(new Value("outcome", "accepted"), new Value("outcome", "failed"))),
            new WatchedFigure("started", List.of()),
            new WatchedFigure("files:open", List.of(new Value("kind", "a|b")))),
        WatchedFigure.in(
            "sum without (outcome) (rate(calls_total{job=\"x\", outcome!~\"accepted|failed\"}[5m]))"
                + " > 1 and on (job, instance) time() - started > 10800"
                + " or files:open{instance=~\"$instance\", kind=\"a|b\"} / 2.5 > 0.8"));
  }
}
