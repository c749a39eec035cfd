package org.doublelock.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionSource;
import org.doublelock.apikey.Permissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two settings say, and when. */
class FactorDemandTest {

  private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");

  private static FactorDemand demand(String codes, String from) {
    return new FactorDemand(
        Optional.ofNullable(codes),
        Optional.ofNullable(from),
        new Permissions(List.<PermissionSource>of()));
  }

  @Test
  void nothing_is_demanded_by_default() {
    assertFalse(demand(null, null).isOn());
    assertFalse(demand(" , ", "2000-01-01").isInForce(NEW_YEAR));
  }

  @Test
  void a_date_begins_in_utc() {
    FactorDemand demand = demand("withdraw-funds", "2027-01-01");
    assertEquals(NEW_YEAR, demand.from());
    assertFalse(demand.isInForce(NEW_YEAR.minusNanos(1)));
    assertTrue(demand.isInForce(NEW_YEAR));
  }

  @Test
  void several_permissions_are_divided_by_commas() {
    assertEquals(
        List.of(Permission.WITHDRAW_FUNDS, Permission.EARN_FUNDS),
        demand("withdraw-funds, earn-funds,withdraw-funds", "2027-01-01T09:30:00Z").permissions());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 January 2027",
        "2027-02-30",
        "2027-01-01T09:30",
        "tomorrow",
        "+999999999-12-31"
      })
  void what_is_no_date_is_refused_by_its_name(String from) {
    assertSays(FactorDemand.FROM, "withdraw-funds", from);
    assertSays(from, "withdraw-funds", from);
    assertSays(FactorDemand.FROM, null, from);
  }

  @Test
  void a_permission_that_there_is_not_is_refused_with_those_that_there_are() {
    assertSays("withdraw-fund;", "withdraw-fund", "2027-01-01");
    assertSays("withdraw-funds", "Withdraw", "2027-01-01");
  }

  @Test
  void permissions_without_a_date_are_refused() {
    assertSays(FactorDemand.FROM, "withdraw-funds", null);
  }

  private static void assertSays(String words, String codes, String from) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> demand(codes, from)).getMessage();
    assertTrue(said.contains(words), said);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T00:00:00Z, 1970-01-01T00:00:00Z",
    "2026-12-24T23:59:59Z, 1970-01-01T00:00:00Z",
    "2026-12-25T00:00:00Z, 2026-12-25T00:00:00Z",
    "2027-05-01T00:00:00Z, 2026-12-25T00:00:00Z"
  })
  void who_was_told_long_before_is_told_again_a_week_before(Instant now, Instant since) {
    assertEquals(since, demand("withdraw-funds", "2027-01-01").toldSince(now));
  }
}
