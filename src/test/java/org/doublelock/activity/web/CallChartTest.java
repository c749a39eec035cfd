package org.doublelock.activity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.doublelock.activity.CallHistory;
import org.junit.jupiter.api.Test;

class CallChartTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void the_highest_column_fills_the_drawing_and_the_refused_stand_on_the_accepted() {
    List<CallChart.Column> columns = chart(part(20, 10), part(0, 0), part(15, 0)).columns();
    assertEquals(new CallChart.Column(0, 20, 40, 0, 20, NOW), columns.get(0));
    assertEquals(new CallChart.Column(10, 60, 0, 60, 0, NOW), columns.get(1));
    assertEquals(new CallChart.Column(20, 30, 30, 30, 0, NOW), columns.get(2));
  }

  @Test
  void one_refused_among_thousands_is_still_seen_and_stays_inside() {
    CallChart.Column column = chart(part(100_000, 1)).columns().get(0);
    assertEquals(2, column.refusedHeight());
    assertEquals(0, column.refusedY());
    assertEquals(58, column.acceptedHeight());
  }

  @Test
  void draws_nothing_without_calls() {
    assertFalse(chart(part(0, 0)).hasCalls());
  }

  private static CallHistory.Part part(long accepted, long refused) {
    return new CallHistory.Part(NOW, accepted, refused);
  }

  private static CallChart chart(CallHistory.Part... parts) {
    return CallChart.of("calls.last-day", new CallHistory(List.of(parts), Map.of()));
  }
}
