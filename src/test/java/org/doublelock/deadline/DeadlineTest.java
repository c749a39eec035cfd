package org.doublelock.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  @Test
  void there_is_none_without_work_that_has_one() {
    assertEquals(OptionalLong.empty(), Deadline.leftMillis());
    assertThrows(
        IllegalStateException.class,
        () ->
            Deadline.within(
                Duration.ofSeconds(1),
                () -> {
                  throw new IllegalStateException();
                }));
    assertEquals(OptionalLong.empty(), Deadline.leftMillis(), "nor after it");
  }

  @Test
  void work_inside_other_work_has_no_more_than_is_left() {
    long left =
        Deadline.within(
            Duration.ofSeconds(5),
            () ->
                Deadline.within(Duration.ofMinutes(1), () -> Deadline.leftMillis().orElseThrow()));
    assertTrue(left <= 5_000 && left > 0, left + " ms");
  }

  @Test
  void and_less_when_it_has_less_itself() {
    long after =
        Deadline.within(
            Duration.ofMinutes(1),
            () -> {
              long left =
                  Deadline.within(
                      Duration.ofSeconds(-1), () -> Deadline.leftMillis().orElseThrow());
              assertTrue(left < 0, left + " ms");
              return Deadline.leftMillis().orElseThrow();
            });
    assertTrue(after > 5_000, after + " ms");
  }

  @Test
  void whoever_has_less_than_half_of_it_is_hurried() {
    assertFalse(Deadline.isHurried(), "nobody waits for the end of nothing");
    assertFalse(Deadline.within(Duration.ofMinutes(1), Deadline::isHurried));
    assertTrue(Deadline.within(Duration.ofNanos(1), Deadline::isHurried));
  }

  @Test
  void it_is_this_threads_alone() throws InterruptedException {
    long[] seen = {0};
    Thread other = new Thread(() -> seen[0] = Deadline.leftMillis().orElse(-1));
    Deadline.within(
        Duration.ofMinutes(1),
        () -> {
          other.start();
          other.join();
          return null;
        });
    assertEquals(-1, seen[0]);
  }
}
