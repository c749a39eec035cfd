package org.doublelock.unlocking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.doublelock.activity.EventDetail;
import org.doublelock.activity.EventKind;
import org.doublelock.activity.LoggedEvent;
import org.doublelock.activity.Origin;
import org.doublelock.activity.SecurityEvent;
import org.doublelock.function.Lease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written down and mailed about a lease, in no more room than there is. */
class LeaseWordsTest {

  private static final Instant UNTIL = Instant.parse("2026-11-28T16:40:00Z");
  private static final Set<String> FUNDS = Set.of("Withdraw", "WithdrawCancel");
  private static final Lease.Bound DOLLARS = new Lease.Bound(new BigDecimal("500.50"), "USD");
  private static final Lease.Bound MOST =
      new Lease.Bound(new BigDecimal("9".repeat(28) + "." + "9".repeat(10)), "C".repeat(16));

  private static Lease lease(Set<String> actions) {
    return new Lease(UNTIL, Optional.empty(), actions, Optional.empty());
  }

  private static Set<String> with(Set<String> some, int others) {
    Set<String> all = new TreeSet<>(some);
    IntStream.range(100, 100 + others).forEach(number -> all.add("Action" + number));
    return all;
  }

  private static String written(String name, Lease lease) {
    return LeaseWords.of(lease, FUNDS::contains).after(name);
  }

  @Test
  void says_until_when_and_within_what_and_names_first_what_moves_funds_away() {
    Lease lease =
        new Lease(
            UNTIL,
            Optional.of("203.0.113.7"),
            Set.of("Balance", "AddOrder", "Withdraw"),
            Optional.of(DOLLARS));
    assertEquals(
        "bot (2026-11-28T16:40:00Z; 203.0.113.7; 500.5 USD; Withdraw, AddOrder, Balance)",
        written("bot", lease));
  }

  @Test
  void says_how_many_more_there_are_where_not_all_fit() {
    String text = written("bot", lease(with(FUNDS, 60)));
    assertTrue(
        text.startsWith("bot (2026-11-28T16:40:00Z; Withdraw, WithdrawCancel, Action100, "), text);
    int named = text.split(", ").length;
    assertTrue(text.endsWith(" … +" + (62 - named) + ")"), text);
    assertTrue(text.length() <= SecurityEvent.MAX_DETAIL, text);
    assertTrue(text.length() > SecurityEvent.MAX_DETAIL - 12, text);
  }

  @Test
  void a_long_name_gives_way_to_what_moves_funds_away_and_to_nothing_else() {
    String name = "n".repeat(100);
    assertTrue(written(name, lease(with(Set.of(), 60))).startsWith(name + " ("));
    Lease wide =
        new Lease(
            UNTIL,
            Optional.of("2001:db8:1111:2222:3333:4444:5555:6666"),
            with(FUNDS, 60),
            Optional.of(DOLLARS));
    String text = written(name, wide);
    assertTrue(text.contains("…"), text);
    assertTrue(text.contains("; Withdraw, WithdrawCancel"), text);
    assertTrue(text.matches(".* … \\+\\d+\\)"), text);
    assertTrue(text.length() <= SecurityEvent.MAX_DETAIL, text);
  }

  @Test
  void whatever_the_bounds_the_end_is_there_and_a_withdrawal_is_named() {
    Lease widest =
        new Lease(
            UNTIL,
            Optional.of("2001:db8:1111:2222:3333:4444:5555:6666/128"),
            with(FUNDS, 500),
            Optional.of(MOST));
    String text = written("n".repeat(100), widest);
    assertTrue(text.contains("; Withdraw"), text);
    assertTrue(text.matches(".* … \\+\\d+\\)"), text);
    assertTrue(text.length() <= SecurityEvent.MAX_DETAIL, text);
  }

  @Test
  void names_too_long_for_the_room_are_counted() {
    String text = written("bot", lease(Collections.singleton("A".repeat(300))));
    assertEquals("bot (2026-11-28T16:40:00Z; … +1)", text);
  }

  @Test
  void where_all_fit_none_is_counted() {
    List<String> all = List.copyOf(with(FUNDS, 10));
    String text = written("bot", lease(Set.copyOf(all)));
    assertTrue(text.endsWith(all.stream().limit(10).collect(Collectors.joining(", ")) + ")"), text);
  }

  /** Else a page would show the detail as it stands. */
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 60, 500})
  void a_page_reads_what_is_written(int others) {
    Lease lease =
        new Lease(
            UNTIL,
            Optional.of("2001:db8:1111:2222:3333:4444:5555:6666/128"),
            with(FUNDS, others),
            Optional.of(DOLLARS));
    LoggedEvent event =
        new LoggedEvent(
            EventKind.LEASE_GRANTED.code(),
            Optional.empty(),
            written("bot", lease),
            Origin.none(),
            UNTIL);
    EventDetail.Opened told = event.told().opened().orElseThrow();
    assertEquals("bot", event.told().name());
    assertEquals(UNTIL, told.until());
    assertEquals(lease.address().orElseThrow(), told.address());
    assertEquals("500.5 USD", told.most());
    assertEquals(2 + others, told.actions());
    assertTrue(told.named().startsWith("Withdraw, WithdrawCancel"), told::named);
    assertEquals(others > 3, told.namesSome());
  }
}
