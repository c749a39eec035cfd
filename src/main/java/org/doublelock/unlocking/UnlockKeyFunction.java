package org.doublelock.unlocking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doublelock.account.AccountLocked;
import org.doublelock.activity.EventKind;
import org.doublelock.apikey.KeyDeleted;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.edge.AddressRange;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FactorNeed;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.Lease;
import org.doublelock.function.LeaseAnswer;
import org.doublelock.function.Measure;
import org.doublelock.function.StatedFunction;

/** {@code UnlockKey}: unlocks the calling key for a while. */
@Dependent
public class UnlockKeyFunction extends StatedFunction<LeaseAnswer> {

  private static final String ANYWHERE = "any";

  private final Leases leases;
  private final UnlockChoices choices;
  private final LeaseActions actions;

  @Inject
  public UnlockKeyFunction(Leases leases, UnlockChoices choices, LeaseActions actions) {
    super("UnlockKey", PermissionGroup.OTHER, AccessRule.open());
    this.leases = leases;
    this.choices = choices;
    this.actions = actions;
    takes(
        new Parameter("minutes", true, "For how long").whole(1, 999_999),
        new Parameter(
                "actions",
                false,
                "The functions to unlock it for; all but those that move" + " funds away")
            .several(),
        new Parameter(
            "address",
            false,
            "Where the calls will come from, an address, a range or any; the address of this call"),
        new Parameter("amount", false, "What they may move at most, all together"),
        new Parameter("currency", false, "What in, where functions tell amounts in several"));
  }

  @Override
  public FactorNeed factorNeed() {
    return FactorNeed.ALWAYS;
  }

  @Override
  protected LeaseAnswer answer(FunctionCaller caller, Arguments arguments, Instant now) {
    UnlockChoice choice =
        choices
            .of(caller.apiKey())
            .filter(UnlockChoice::allowed)
            .orElseThrow(() -> new FunctionFailure("EGeneral:Permission denied"));
    requireMeant(arguments);
    LeaseTerms terms =
        new LeaseTerms(
            length(arguments, choice),
            address(arguments, caller),
            actions(arguments),
            bound(arguments));
    Lease lease =
        grant(caller, terms).orElseThrow(() -> new FunctionFailure("EGeneral:Permission denied"));
    return LeaseAnswer.of(lease);
  }

  /** What is sent and says nothing, or is nobody's, was to be a limit: without it more opens. */
  private void requireMeant(Arguments arguments) {
    Set<String> known = parameters().stream().map(Parameter::name).collect(Collectors.toSet());
    arguments
        .values()
        .forEach(
            (name, value) -> {
              if (!known.contains(name) || value.isEmpty()) {
                throw FunctionFailure.invalidArgument(name.replaceAll("[^\\w\\[\\]-]", ""));
              }
            });
  }

  private Optional<Lease> grant(FunctionCaller caller, LeaseTerms terms) {
    try {
      return leases.grant(caller.apiKey(), caller.epoch(), terms, EventKind.LEASE_GRANTED_BY_CALL);
    } catch (AccountLocked | KeyDeleted meanwhile) {
      return Optional.empty();
    }
  }

  private static Duration length(Arguments arguments, UnlockChoice choice) {
    return arguments
        .whole("minutes", 1, 999_999)
        .map(Duration::ofMinutes)
        .filter(choice::admits)
        .orElseThrow(() -> FunctionFailure.invalidArgument("minutes"));
  }

  private static Optional<String> address(Arguments arguments, FunctionCaller caller) {
    String address = arguments.text("address").orElse(caller.calledFrom());
    if (address.equals(ANYWHERE)) {
      return Optional.empty();
    }
    return Optional.of(
        AddressRange.parse(address)
            .map(AddressRange::text)
            .orElseThrow(() -> FunctionFailure.invalidArgument("address")));
  }

  private Set<String> actions(Arguments arguments) {
    return arguments
        .text("actions")
        .map(
            list ->
                actions.parse(list).orElseThrow(() -> FunctionFailure.invalidArgument("actions")))
        .orElseGet(actions::usual);
  }

  private Optional<Lease.Bound> bound(Arguments arguments) {
    Optional<String> sent = arguments.text("amount");
    if (sent.isEmpty()) {
      if (arguments.text("currency").isPresent()) {
        throw FunctionFailure.invalidArgument("amount");
      }
      return Optional.empty();
    }
    List<String> currencies = actions.currencies();
    BigDecimal amount =
        sent.flatMap(Measure::decimal)
            .filter(most -> !currencies.isEmpty() && most.scale() <= LeaseAmounts.DECIMALS)
            .orElseThrow(() -> FunctionFailure.invalidArgument("amount"));
    String currency =
        arguments
            .text("currency")
            .or(() -> currencies.size() == 1 ? Optional.of(currencies.get(0)) : Optional.empty())
            .filter(currencies::contains)
            .orElseThrow(() -> FunctionFailure.invalidArgument("currency"));
    return Optional.of(new Lease.Bound(amount, currency));
  }
}
