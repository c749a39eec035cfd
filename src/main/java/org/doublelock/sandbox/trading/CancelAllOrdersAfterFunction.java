package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.Named;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Exchange;

/**
 * {@code CancelAllOrdersAfter}: cancels all orders of the account when it was not called again in
 * time.
 */
@Dependent
public class CancelAllOrdersAfterFunction
    extends TradingFunction<CancelAllOrdersAfterFunction.Result> {

  @Inject
  public CancelAllOrdersAfterFunction(Exchange exchange) {
    super(
        exchange,
        "CancelAllOrdersAfter",
        AccessRule.anyOf(Permission.MODIFY_TRADES, Permission.CLOSE_TRADES));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("timeout", true, "In how many seconds, at most 86400; 0 for never")
            .whole(0, MAX));
  }

  private static final long MAX = 86_400;

  record Result(
      @Named("currentTime") String currentTime, @Named("triggerTime") String triggerTime) {}

  private static Optional<Long> seconds(String text) {
    return text.matches("\\d{1,5}")
        ? Optional.of(Long.valueOf(text)).filter(seconds -> seconds <= MAX)
        : Optional.empty();
  }

  @Override
  protected Result perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    long seconds =
        arguments
            .read("timeout", CancelAllOrdersAfterFunction::seconds)
            .orElseThrow(() -> FunctionFailure.invalidArgument("timeout"));
    String currentTime = now.truncatedTo(ChronoUnit.SECONDS).toString();
    if (seconds == 0) {
      CancelAfter.remove(database, caller.account());
      return new Result(currentTime, "0");
    }
    Instant fires = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
    CancelAfter.set(database, caller.account(), fires);
    return new Result(currentTime, fires.toString());
  }
}
