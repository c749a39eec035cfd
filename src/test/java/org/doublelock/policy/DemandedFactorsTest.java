package org.doublelock.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;
import org.junit.jupiter.api.Test;

/** Which keys meet the demand for a second factor. */
class DemandedFactorsTest {

  private static final Instant BEFORE = Instant.parse("2026-12-31T23:59:59Z");
  private static final Instant AFTER = Instant.parse("2027-01-01T00:00:00Z");

  private static final Set<Permission> READING = Set.of(Permission.QUERY_FUNDS);
  private static final Set<Permission> WITHDRAWING =
      Set.of(Permission.QUERY_FUNDS, Permission.WITHDRAW_FUNDS);

  private static final Optional<Set<String>> NO_FACTOR = Optional.empty();

  static final FunctionRegistry FUNCTIONS =
      new FunctionRegistry(
          List.of(
              new Named("Balance", FactorNeed.AS_CHOSEN, AccessRule.allOf(Permission.QUERY_FUNDS)),
              new Named(
                  "Withdraw", FactorNeed.AS_CHOSEN, AccessRule.allOf(Permission.WITHDRAW_FUNDS)),
              new Named(
                  "WithdrawStatus",
                  FactorNeed.AS_CHOSEN,
                  AccessRule.anyOf(Permission.WITHDRAW_FUNDS, Permission.QUERY_LEDGER)),
              new Named("Lock", FactorNeed.NEVER, AccessRule.allOf(Permission.WITHDRAW_FUNDS)),
              new Named("Move", FactorNeed.ALWAYS, AccessRule.allOf(Permission.WITHDRAW_FUNDS))));

  private final DemandedFactors always = demanded("all-calls");
  private final DemandedFactors selected = demanded("selected");

  private static DemandedFactors demanded(String actions) {
    return Demands.of("withdraw-funds", "2027-01-01", actions, FUNCTIONS);
  }

  private static Optional<Set<String>> askedFor(String... actions) {
    return Optional.of(Set.of(actions));
  }

  @Test
  void nobody_is_refused_where_nothing_is_demanded() {
    assertFalse(Demands.none().refuses(WITHDRAWING, NO_FACTOR, AFTER));
    assertEquals(Optional.empty(), Demands.none().shortfall(WITHDRAWING, NO_FACTOR, AFTER));
  }

  @Test
  void a_key_with_the_permission_and_no_factor_is_refused_from_the_date_on() {
    assertFalse(always.refuses(WITHDRAWING, NO_FACTOR, BEFORE));
    assertTrue(always.refuses(WITHDRAWING, NO_FACTOR, AFTER));
  }

  @Test
  void a_key_without_the_permission_is_not() {
    assertFalse(always.refuses(READING, NO_FACTOR, AFTER));
    assertFalse(selected.refuses(READING, askedFor("Balance"), AFTER));
  }

  @Test
  void where_every_call_asks_for_it_any_factor_is_enough() {
    assertFalse(always.refuses(WITHDRAWING, askedFor(), AFTER));
    assertEquals(Set.of(), always.actions(WITHDRAWING));
  }

  @Test
  void where_selections_apply_the_factor_is_asked_for_by_all_that_the_permission_opens() {
    assertTrue(selected.refuses(WITHDRAWING, askedFor("Balance", "Withdraw"), AFTER));
    assertFalse(selected.refuses(WITHDRAWING, askedFor("Withdraw", "WithdrawStatus"), AFTER));
    assertEquals(Set.of("Withdraw", "WithdrawStatus"), selected.actions(WITHDRAWING));
    assertEquals(Set.of(), selected.actions(READING));
  }

  @Test
  void what_a_key_lacks_is_told_before_the_date_too() {
    assertEquals(
        Optional.of(new Shortfall(AFTER, false, List.of())),
        selected.shortfall(WITHDRAWING, NO_FACTOR, BEFORE));
    assertEquals(
        Optional.of(new Shortfall(AFTER, true, List.of("WithdrawStatus"))),
        selected.shortfall(WITHDRAWING, askedFor("Withdraw"), AFTER));
    assertEquals(Optional.empty(), always.shortfall(WITHDRAWING, askedFor(), AFTER));
  }

  private record Named(String name, FactorNeed factorNeed, AccessRule access)
      implements PrivateFunction {

    @Override
    public PermissionGroup group() {
      return PermissionGroup.FUNDING;
    }

    @Override
    public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
      throw new UnsupportedOperationException("nothing is performed here");
    }
  }
}
