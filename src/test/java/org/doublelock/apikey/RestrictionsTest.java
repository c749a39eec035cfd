package org.doublelock.apikey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.edge.AddressRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestrictionsTest {

  private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");

  @Test
  void a_key_without_a_list_may_be_used_from_anywhere() {
    assertTrue(Restrictions.none().admitAddress("203.0.113.9"));
    assertTrue(Restrictions.none().admitAddress("unknown"));
  }

  @Test
  void a_key_with_a_list_may_be_used_from_any_of_its_ranges_only() {
    Restrictions restrictions =
        new Restrictions(
            List.of(new AddressRange("192.0.2.7"), new AddressRange("2001:db8::/32")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0);
    assertTrue(restrictions.admitAddress("192.0.2.7"));
    assertTrue(restrictions.admitAddress("2001:db8::5"));
    assertFalse(restrictions.admitAddress("192.0.2.8"));
    assertFalse(restrictions.admitAddress("unknown"));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Restrictions.WIDEST_NONCE_WINDOW + 1, Long.MAX_VALUE})
  void a_nonce_window_out_of_range_is_refused(long window) {
    assertThrows(IllegalArgumentException.class, () -> between(EARLY, LATE, window));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, Restrictions.WIDEST_NONCE_WINDOW})
  void a_nonce_window_in_range_is_kept(long window) {
    assertEquals(window, between(EARLY, LATE, window).nonceWindow());
  }

  @Test
  void a_query_range_does_not_end_before_it_begins() {
    assertThrows(IllegalArgumentException.class, () -> between(LATE, EARLY, 0));
    assertEquals(Optional.of(EARLY), between(EARLY, EARLY, 0).queryTo());
  }

  @ParameterizedTest
  @MethodSource("org.doublelock.apikey.Permission#builtIn")
  void every_permission_is_found_by_its_code(Permission permission) {
    assertEquals(Optional.of(permission), Permission.fromCode(permission.code()));
  }

  @Test
  void no_permission_has_an_unknown_code() {
    assertEquals(Optional.empty(), Permission.fromCode("everything"));
  }

  private static Restrictions between(Instant from, Instant to, long window) {
    return new Restrictions(
        List.of(), Optional.empty(), Optional.of(from), Optional.of(to), window);
  }
}
