package org.doublelock.activity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.doublelock.activity.ActivityLog;
import org.doublelock.activity.CallHistory;
import org.junit.jupiter.api.Test;

class CallChartsTest {

  private static CallCharts failing(RuntimeException how) {
    return new CallCharts(
        new ActivityLog() {
          @Override
          public CallHistory history(UUID apiKey, Instant start, Duration part, int parts) {
            throw how;
          }
        });
  }

  @Test
  void a_key_whose_calls_cannot_be_counted_in_time_is_shown_without_them() {
    SQLException tooSlow = new SQLException("canceling statement", "57014");
    assertEquals(
        Optional.empty(),
        failing(new PersistenceException(tooSlow)).of(UUID.randomUUID(), Instant.EPOCH));
  }

  @Test
  void what_is_wrong_with_the_application_is_not_passed_over() {
    CallCharts charts = failing(new IllegalStateException());
    assertThrows(IllegalStateException.class, () -> charts.of(UUID.randomUUID(), Instant.EPOCH));
  }
}
