package org.doublelock.unlocking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.Measure;
import org.doublelock.function.PrivateFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaseActionsTest {

  private final LeaseActions actions =
      new LeaseActions(
          new FunctionRegistry(
              List.of(
                  new Named("Info", AccessRule.open(), FactorNeed.AS_CHOSEN),
                  new Named("UnlockKey", AccessRule.open(), FactorNeed.ALWAYS),
                  new Named("LockKey", AccessRule.open(), FactorNeed.NEVER),
                  new Named(
                      "AddOrder", AccessRule.allOf(Permission.MODIFY_TRADES), FactorNeed.AS_CHOSEN),
                  new Named(
                      "Withdraw",
                      AccessRule.allOf(Permission.QUERY_FUNDS, Permission.WITHDRAW_FUNDS),
                      FactorNeed.AS_CHOSEN),
                  new Named(
                      "WithdrawStatus",
                      AccessRule.anyOf(Permission.WITHDRAW_FUNDS, Permission.QUERY_LEDGER),
                      FactorNeed.AS_CHOSEN))));

  @Test
  void usually_all_but_those_that_can_be_called_only_by_who_may_move_funds_away() {
    assertEquals(Set.of("Info", "AddOrder", "WithdrawStatus"), actions.usual());
  }

  @Test
  void funds_are_moved_away_by_those_that_are_not_usual() {
    assertTrue(actions.canMoveFundsAway("Withdraw"));
    assertFalse(actions.canMoveFundsAway("WithdrawStatus"));
    assertFalse(actions.canMoveFundsAway("Info"));
    assertFalse(actions.canMoveFundsAway("Nothing"));
  }

  @Test
  void unlocking_and_locking_are_no_actions_to_unlock() {
    assertEquals(
        Map.of(PermissionGroup.DATA, List.of("AddOrder", "Info", "Withdraw", "WithdrawStatus")),
        actions.byGroup());
  }

  @Test
  void a_key_is_offered_what_it_may_call_and_no_more() {
    assertEquals(
        Map.of(PermissionGroup.DATA, List.of("Info", "WithdrawStatus")),
        actions.byGroup(Set.of(Permission.QUERY_FUNDS, Permission.QUERY_LEDGER)));
  }

  @Test
  void a_list_is_read_as_people_write_it() {
    assertEquals(Optional.of(Set.of("Info", "Withdraw")), actions.parse(" Info,Withdraw ,"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " , ", "Nothing", "Info,Nothing", "info", "UnlockKey", "LockKey"})
  void what_names_no_action_is_no_list(String list) {
    assertEquals(Optional.empty(), actions.parse(list));
  }

  @Test
  void currencies_are_those_that_functions_tell_amounts_in() {
    assertEquals(List.of("USD"), actions.currencies());
  }

  private record Named(String name, AccessRule access, FactorNeed factorNeed)
      implements PrivateFunction {

    @Override
    public PermissionGroup group() {
      return PermissionGroup.DATA;
    }

    @Override
    public Optional<Measure> measure() {
      return name.equals("Info") ? Optional.empty() : Optional.of(Measure.ofField("sum", "USD"));
    }

    @Override
    public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
      throw new UnsupportedOperationException("nothing is called here");
    }
  }
}
