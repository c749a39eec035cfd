package org.doublelock.secondfactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActionPolicyTest {

  private static final Set<String> OFFERED = Set.of("Withdraw", "Balance");

  private final ActionPolicy selected = new ActionPolicy("selected");
  private final ActionPolicy all = new ActionPolicy("all-calls");

  @Test
  void every_call_asks_for_the_factor_where_nothing_is_selected() {
    assertTrue(all.asks(factor(Set.of("Withdraw"), Optional.of(OFFERED)), "Balance"));
  }

  @Test
  void only_a_selection_applies_what_was_ticked() {
    assertTrue(selected.appliesSelection());
    assertFalse(all.appliesSelection());
  }

  @Test
  void a_selection_asks_for_what_was_ticked_and_not_for_what_was_left() {
    SecondFactor factor = factor(Set.of("Withdraw"), Optional.of(OFFERED));
    assertTrue(selected.asks(factor, "Withdraw"));
    assertFalse(selected.asks(factor, "Balance"));
  }

  @Test
  void a_selection_asks_for_what_nobody_could_leave_unticked() {
    assertTrue(selected.asks(factor(Set.of("Withdraw"), Optional.of(OFFERED)), "Transfer"));
  }

  @Test
  void of_a_selection_without_what_was_offered_the_ticked_ones_alone_are_asked_for() {
    assertFalse(selected.asks(factor(Set.of("Withdraw"), Optional.empty()), "Transfer"));
  }

  @Test
  void what_was_offered_is_stored_and_read_alike() {
    ChosenActions chosen = new ChosenActions(Set.of("Withdraw"), Optional.of(OFFERED));
    assertEquals(chosen, ChosenActions.of(chosen.ticked(), chosen.offeredInLines()));
    ChosenActions before = new ChosenActions(Set.of("Withdraw"), Optional.empty());
    assertEquals(before, ChosenActions.of(before.ticked(), before.offeredInLines()));
  }

  @Test
  void another_setting_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new ActionPolicy("some"));
  }

  private static SecondFactor factor(Set<String> ticked, Optional<Set<String>> offered) {
    return new SecondFactor.StaticPassword(
        "hash", Instant.EPOCH, new ChosenActions(ticked, offered));
  }
}
