package org.doublelock.verification;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.doublelock.edge.Networks;
import org.junit.jupiter.api.Test;

class AddressLockoutsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String HERE = "192.0.2.7";

  private final AddressLockouts lockouts = new AddressLockouts(new Networks(64), 3, 5);

  @Test
  void an_address_is_locked_by_the_failure_that_reaches_the_bound() {
    fail(2, NOW);
    assertFalse(lockouts.isLocked(HERE, NOW));
    fail(1, NOW);
    assertTrue(lockouts.isLocked(HERE, NOW));
  }

  @Test
  void another_address_is_left_alone() {
    fail(3, NOW);
    assertFalse(lockouts.isLocked("192.0.2.8", NOW));
  }

  @Test
  void the_lock_ends_after_its_length() {
    fail(3, NOW);
    assertTrue(lockouts.isLocked(HERE, NOW.plusSeconds(299)));
    assertFalse(lockouts.isLocked(HERE, NOW.plusSeconds(300)));
  }

  @Test
  void a_failure_that_was_under_way_when_the_lock_fell_does_not_lift_it() {
    fail(4, NOW);
    assertTrue(lockouts.isLocked(HERE, NOW));
  }

  @Test
  void failures_far_apart_are_not_added_up() {
    fail(2, NOW);
    fail(2, NOW.plus(Duration.ofMinutes(5)));
    assertFalse(lockouts.isLocked(HERE, NOW.plus(Duration.ofMinutes(5))));
  }

  @Test
  void counting_begins_anew_after_a_lock() {
    fail(3, NOW);
    Instant later = NOW.plus(Duration.ofMinutes(6));
    fail(2, later);
    assertFalse(lockouts.isLocked(HERE, later));
    fail(1, later);
    assertTrue(lockouts.isLocked(HERE, later));
  }

  @Test
  void a_clock_that_jumps_back_unlocks_nothing() {
    fail(3, NOW);
    assertTrue(lockouts.isLocked(HERE, NOW.minus(Duration.ofHours(1))));
  }

  @Test
  void a_bound_of_zero_never_locks() {
    AddressLockouts never = new AddressLockouts(new Networks(64), 0, 5);
    never.failed(HERE, NOW);
    assertFalse(never.isLocked(HERE, NOW));
  }

  @Test
  void an_ipv6_network_is_one_address() {
    lockouts.failed("2001:db8:1:2::1", NOW);
    lockouts.failed("2001:db8:1:2:aaaa::2", NOW);
    lockouts.failed("2001:DB8:1:2::3", NOW);
    assertTrue(lockouts.isLocked("2001:db8:1:2:ffff:ffff:ffff:ffff", NOW));
    assertFalse(lockouts.isLocked("2001:db8:1:3::1", NOW));
  }

  private void fail(int times, Instant at) {
    for (int time = 0; time < times; time++) {
      lockouts.failed(HERE, at);
    }
  }

  @Test
  void settings_that_would_lock_nobody_without_saying_so_are_refused() {
    Networks networks = new Networks(64);
    for (long minutes : new long[] {0, -5, Long.MAX_VALUE / 60}) {
      assertThrows(
          IllegalArgumentException.class, () -> new AddressLockouts(networks, 100, minutes));
    }
    assertThrows(IllegalArgumentException.class, () -> new AddressLockouts(networks, -1, 5));
  }
}
