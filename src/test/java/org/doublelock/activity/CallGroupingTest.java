package org.doublelock.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallGroupingTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final UUID key = UUID.randomUUID();
  private final List<CallGrouping.Placed> calls = new ArrayList<>();

  @Test
  void calls_that_are_alike_are_put_together_though_others_came_between() {
    call(NOON.plusSeconds(50), "Balance", "");
    call(NOON.plusSeconds(40), "AddOrder", "");
    call(NOON.plusSeconds(30), "Balance", "");
    call(NOON.plusSeconds(20), "Balance", "otp-missing");
    Entries<CallGroup> groups = CallGrouping.of(calls, false, 10);
    assertEquals(List.of(2L, 1L, 1L), groups.shown().stream().map(CallGroup::calls).toList());
    assertEquals(NOON.plusSeconds(50), groups.shown().get(0).newest().at());
    assertEquals(NOON.plusSeconds(30), groups.shown().get(0).first());
    assertEquals(Optional.empty(), groups.older());
  }

  @Test
  void those_of_another_hour_are_another_group() {
    call(NOON, "Balance", "");
    call(NOON.minusMillis(1), "Balance", "");
    assertEquals(2, CallGrouping.of(calls, false, 10).shown().size());
  }

  @Test
  void the_next_page_begins_with_the_first_call_that_has_no_group_on_this_one() {
    call(NOON.plusSeconds(50), "Balance", "");
    call(NOON.plusSeconds(40), "AddOrder", "");
    call(NOON.plusSeconds(30), "Balance", "");
    call(NOON.plusSeconds(20), "Ledgers", "");
    call(NOON.plusSeconds(10), "Balance", "");
    Entries<CallGroup> groups = CallGrouping.of(calls, true, 2);
    assertEquals(List.of(2L, 1L), groups.shown().stream().map(CallGroup::calls).toList());
    assertEquals(Optional.of(calls.get(2).position()), groups.older());
  }

  @Test
  void older_calls_than_were_looked_at_are_on_the_next_page() {
    call(NOON, "Balance", "");
    assertEquals(Optional.of(calls.get(0).position()), CallGrouping.of(calls, true, 2).older());
  }

  private void call(Instant at, String function, String refusal) {
    LoggedCall call =
        new LoggedCall(
            UUID.randomUUID(),
            key,
            at,
            function,
            "192.0.2.7",
            Optional.of(refusal).filter(reason -> !reason.isEmpty()),
            true,
            1);
    calls.add(new CallGrouping.Placed(call, new Position(at.toEpochMilli(), calls.size())));
  }
}
