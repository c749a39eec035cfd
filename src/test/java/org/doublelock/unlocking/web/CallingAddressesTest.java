package org.doublelock.unlocking.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.doublelock.activity.ActivityLog;
import org.doublelock.activity.CallOutcome;
import org.doublelock.activity.Entries;
import org.doublelock.activity.LoggedCall;
import org.doublelock.activity.Position;
import org.doublelock.apikey.Description;
import org.doublelock.apikey.KeyOnH2;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.apikey.Restrictions;
import org.doublelock.edge.AddressRange;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;
import org.doublelock.secondfactor.ActionPolicy;
import org.doublelock.secondfactor.ChosenActions;
import org.doublelock.secondfactor.SecondFactor;
import org.junit.jupiter.api.Test;

/** Who has a key's secret and no code does not choose where "Unlock for a while" opens it. */
class CallingAddressesTest extends KeyOnH2 {

  private static final String HOME = "192.0.2.1";
  private static final String OFFICE = "192.0.2.2";
  private static final String THIEF = "203.0.113.66";
  private static final String BROWSER = "198.51.100.9";
  private static final SecondFactor FACTOR =
      new SecondFactor.StaticPassword("hash", NOW, ChosenActions.of(Set.of("Balance"), null));

  private final List<LoggedCall> calls = new ArrayList<>();

  @Test
  void the_last_accepted_address_is_suggested_whoever_called_without_a_code_since() {
    accepted("Balance", HOME);
    accepted("Balance", OFFICE);
    refused("Balance", THIEF, "otp-missing");
    assertEquals(Optional.of(OFFICE), seen().accepted());
    assertEquals(Optional.of(THIEF), seen().asked());
    assertEquals(OFFICE, suggested());
  }

  @Test
  void an_address_that_was_never_accepted_is_never_suggested() {
    for (String reason : List.of("otp-missing", "lease-over", "lease-not-from-address")) {
      refused("Balance", THIEF, reason);
      assertEquals(Optional.empty(), seen().accepted());
      assertEquals(Optional.of(THIEF), seen().asked());
      assertEquals(BROWSER, suggested());
    }
  }

  @Test
  void what_needs_no_code_proves_nothing() {
    accepted("Balance", HOME);
    accepted("LockKey", THIEF);
    assertEquals(new CallingAddresses.Seen(Optional.of(HOME), Optional.of(THIEF)), seen());
    accepted("Ledgers", THIEF);
    ActionPolicy selected = new ActionPolicy("selected");
    assertEquals(new CallingAddresses.Seen(Optional.of(HOME), Optional.of(THIEF)), seen(selected));
    assertEquals(Optional.of(THIEF), seen().accepted(), "where all calls ask for it");
  }

  @Test
  void calls_from_before_the_factor_prove_nothing() {
    call("Balance", THIEF, Optional.empty(), NOW.minusMillis(1));
    assertEquals(new CallingAddresses.Seen(Optional.empty(), Optional.of(THIEF)), seen());
    call("Balance", HOME, Optional.empty(), NOW);
    assertEquals(new CallingAddresses.Seen(Optional.of(HOME), Optional.empty()), seen());
  }

  @Test
  void one_address_is_offered_once_and_no_other_where_the_last_call_was_accepted() {
    refused("Balance", THIEF, "otp-missing");
    accepted("Balance", HOME);
    assertEquals(new CallingAddresses.Seen(Optional.of(HOME), Optional.empty()), seen());
    refused("Balance", HOME, "lease-over");
    assertEquals(new CallingAddresses.Seen(Optional.of(HOME), Optional.empty()), seen());
  }

  @Test
  void calls_that_are_not_the_programs_tell_nothing() {
    refused("Balance", THIEF, "wrong-signature");
    refused("Balance", THIEF, "otp-wrong");
    refused("", "", "otp-missing");
    assertEquals(new CallingAddresses.Seen(Optional.empty(), Optional.empty()), seen());
    assertEquals(BROWSER, suggested());
  }

  @Test
  void an_address_that_the_key_may_not_be_used_from_is_not_offered() {
    accepted("Balance", THIEF);
    accepted("Balance", "192.0.2.3");
    Restrictions list =
        new Restrictions(
            List.of(AddressRange.parse("198.51.100.0/24").orElseThrow()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0);
    keys.edit(key, new Description(key.description()), Set.of(Permission.QUERY_FUNDS), list, NOW);
    key = transactions.in(() -> keys.find(key.owner(), key.id().toString())).orElseThrow();
    assertEquals(new CallingAddresses.Seen(Optional.empty(), Optional.empty()), seen());
    assertEquals(UnlockForm.ANYWHERE, seen().suggested(BROWSER, true), "its owner's own list");
  }

  private void accepted(String function, String address) {
    call(function, address, Optional.empty(), NOW.plusSeconds(calls.size()));
  }

  private void refused(String function, String address, String reason) {
    call(function, address, Optional.of(reason), NOW.plusSeconds(calls.size()));
  }

  private void call(String function, String address, Optional<String> refusal, Instant at) {
    calls.add(
        0,
        new LoggedCall(
            key.owner().value(), key.id().value(), at, function, address, refusal, true, 1));
  }

  private CallingAddresses.Seen seen() {
    return seen(new ActionPolicy("all-calls"));
  }

  private CallingAddresses.Seen seen(ActionPolicy policy) {
    FunctionRegistry functions =
        new FunctionRegistry(
            List.of(
                new Named("Balance", FactorNeed.AS_CHOSEN),
                new Named("Ledgers", FactorNeed.AS_CHOSEN),
                new Named("LockKey", FactorNeed.NEVER)));
    return new CallingAddresses(new Calls(), functions, policy).of(key, FACTOR);
  }

  private String suggested() {
    return seen().suggested(BROWSER, false);
  }

  /** The calls of this test, newest first. */
  private final class Calls extends ActivityLog {

    @Override
    public Entries<LoggedCall> calls(
        UUID account,
        Optional<UUID> apiKey,
        CallOutcome outcome,
        Optional<Position> before,
        int most) {
      List<LoggedCall> shown =
          calls.stream()
              .filter(call -> outcome == CallOutcome.ANY || call.refusal().isEmpty())
              .limit(most)
              .toList();
      return new Entries<>(shown, Optional.empty());
    }
  }

  private record Named(String name, FactorNeed factorNeed) implements PrivateFunction {

    @Override
    public AccessRule access() {
      return AccessRule.open();
    }

    @Override
    public PermissionGroup group() {
      return PermissionGroup.DATA;
    }

    @Override
    public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
      throw new UnsupportedOperationException("nothing is called here");
    }
  }
}
