package org.doublelock.verification;

import static org.doublelock.verification.Installation.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.Lease;
import org.doublelock.unlocking.LeaseActions;
import org.doublelock.unlocking.UnlockChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code UnlockKey} and {@code LockKey}: what a program may ask, and what becomes of it. */
class UnlockingByCallTest extends TwoNodes {

  private static final String FROM = "203.0.113.7";

  private final LeaseActions actions = new LeaseActions(CalledFunctions.all());
  private Caller caller;

  @Override
  Installation installation() {
    return memory();
  }

  @BeforeEach
  void a_key_with_an_app() {
    caller = site.newKey();
    site.factors.enrolApp(caller.key(), false, Set.of(), NOW);
  }

  private FunctionCaller calling() {
    return site.snapshot(caller).caller("1", FROM, Optional.empty());
  }

  private JsonObject unlock(String... arguments) {
    return unlock(actions, arguments);
  }

  private JsonObject unlock(LeaseActions some, String... arguments) {
    Map<String, String> sent = new java.util.LinkedHashMap<>();
    for (int index = 0; index < arguments.length; index += 2) {
      sent.put(arguments[index], arguments[index + 1]);
    }
    return site.leases.unlockByCall(some, calling(), new Arguments(sent), NOW).asJsonObject();
  }

  private Lease lease() {
    return site.snapshot(caller).lease().orElseThrow();
  }

  private void refused(String error, String... arguments) {
    FunctionFailure failure = assertThrows(FunctionFailure.class, () -> unlock(arguments));
    assertEquals(error, failure.wireError());
    assertEquals(Optional.empty(), site.snapshot(caller).lease());
  }

  @Test
  void minutes_are_enough_for_all_but_moving_funds_away_from_where_the_call_came() {
    Instant before = Instant.now();
    JsonObject answer = unlock("minutes", "15");
    Lease lease = lease();
    assertEquals(Optional.of(FROM), lease.address());
    assertEquals(
        Set.of("Balance", "Ledgers", "AddOrder", CalledFunctions.BEHIND_GATEWAY), lease.actions());
    assertEquals(Optional.empty(), lease.bound());
    Duration left = Duration.between(before, lease.until());
    assertTrue(left.compareTo(Duration.ofMinutes(14)) > 0, left::toString);
    assertTrue(left.compareTo(Duration.ofMinutes(16)) < 0, left::toString);
    assertEquals(Long.toString(lease.until().getEpochSecond()), answer.getString("unlocked_until"));
  }

  @Test
  void within_what_the_program_asks_for() {
    unlock(
        "minutes",
        "60",
        "actions",
        "Withdraw, Balance",
        "address",
        "192.0.2.0/24",
        "amount",
        "12.50");
    assertEquals(Set.of("Withdraw", "Balance"), lease().actions());
    assertEquals(Optional.of("192.0.2.0/24"), lease().address());
    Lease.Bound bound = lease().bound().orElseThrow();
    assertEquals(0, bound.amount().compareTo(new BigDecimal("12.5")));
    assertEquals("USD", bound.currency());
    unlock("minutes", "60", "address", "any", "amount", "0.0000000001", "currency", "USD");
    assertEquals(Optional.empty(), lease().address());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5", "1.5", "an hour", "1441", "1234567", "+5"})
  void minutes_are_a_whole_number_up_to_the_longest_that_is_let(String minutes) {
    refused("EGeneral:Invalid arguments:minutes", "minutes", minutes);
  }

  @Test
  void the_longest_that_is_let_is_a_day() {
    unlock("minutes", "1440");
    assertTrue(lease().until().isAfter(Instant.now().plus(Duration.ofHours(23))));
  }

  @ParameterizedTest
  @CsvSource({
    "actions, Nothing",
    "actions, UnlockKey",
    "address, nowhere",
    "amount, much",
    "amount, 0.00000000001",
    "currency, EUR"
  })
  void what_cannot_be_is_named_and_unlocks_nothing(String argument, String value) {
    refused(
        "EGeneral:Invalid arguments:" + argument, "minutes", "5", "amount", "1", argument, value);
  }

  @ParameterizedTest
  @CsvSource({
    "amount, ''",
    "actions, ''",
    "address, ''",
    "Amount, 5",
    "amount[], 5",
    "amount[value], 5",
    "actions[Balance], true"
  })
  void a_limit_that_says_nothing_or_is_called_otherwise_unlocks_nothing(
      String argument, String value) {
    refused("EGeneral:Invalid arguments:" + argument, "minutes", "5", argument, value);
  }

  @Test
  void a_currency_alone_is_no_limit() {
    refused("EGeneral:Invalid arguments:amount", "minutes", "5", "currency", "USD");
  }

  @Test
  void an_amount_needs_functions_that_tell_one() {
    LeaseActions none = new LeaseActions(new FunctionRegistry(List.of()));
    FunctionFailure failure =
        assertThrows(FunctionFailure.class, () -> unlock(none, "minutes", "5", "amount", "1"));
    assertEquals("EGeneral:Invalid arguments:amount", failure.wireError());
  }

  @Test
  void a_key_that_its_owner_does_not_let_be_unlocked_stays_as_it_is() {
    site.leases.choose(caller.id(), new UnlockChoice(false, Duration.ofHours(24), true));
    refused("EGeneral:Permission denied", "minutes", "5");
  }

  @Test
  void a_key_that_has_changed_since_its_code_was_right_is_not_unlocked() {
    FunctionCaller seen = calling();
    site.leases.choose(caller.id(), new UnlockChoice(true, Duration.ofHours(24), true));
    FunctionFailure failure =
        assertThrows(
            FunctionFailure.class,
            () ->
                site.leases.unlockByCall(
                    actions, seen, new Arguments(Map.of("minutes", "5")), NOW));
    assertEquals("EGeneral:Permission denied", failure.wireError());
  }

  @Test
  void locking_says_whether_it_was_unlocked() {
    assertFalse(site.leases.lockByCall(calling(), NOW).asJsonObject().getBoolean("was_unlocked"));
    unlock("minutes", "5");
    JsonObject locked = site.leases.lockByCall(calling(), NOW).asJsonObject();
    assertTrue(locked.getBoolean("was_unlocked"));
    assertEquals("0", locked.getString("unlocked_until"));
    assertEquals(Optional.empty(), site.snapshot(caller).lease());
  }
}
