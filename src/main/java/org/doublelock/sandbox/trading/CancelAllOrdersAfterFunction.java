package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.Named;
import org.doublelock.sandbox.AskedCall;

/**
 * {@code CancelAllOrdersAfter}: cancels all orders of the account when it was not called again in
 * time.
 */
@Dependent
public class CancelAllOrdersAfterFunction
    extends TradingFunction<CancelAllOrdersAfterFunction.Result> {

  public CancelAllOrdersAfterFunction() {
    super(
        "CancelAllOrdersAfter",
        AccessRule.anyOf(Permission.MODIFY_TRADES, Permission.CLOSE_TRADES));
    takes(
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
  protected Result perform(AskedCall call) {
    long seconds =
        call.arguments()
            .read("timeout", CancelAllOrdersAfterFunction::seconds)
            .orElseThrow(() -> FunctionFailure.invalidArgument("timeout"));
    String currentTime = call.now().truncatedTo(ChronoUnit.SECONDS).toString();
    if (seconds == 0) {
      CancelAfter.remove(call.database(), call.account());
      return new Result(currentTime, "0");
    }
    Instant fires = call.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
    CancelAfter.set(call.database(), call.account(), fires);
    return new Result(currentTime, fires.toString());
  }
}
