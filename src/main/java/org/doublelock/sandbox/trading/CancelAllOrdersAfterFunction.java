package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  private static final int MAX = 86_400;

  record Result(
      @Named("currentTime") String currentTime, @Named("triggerTime") String triggerTime) {}

  @Override
  protected Result perform(AskedCall call) {
    int seconds =
        call.arguments()
            .whole("timeout", 0, MAX)
            .orElseThrow(() -> FunctionFailure.invalidArgument("timeout"));
    Instant now = call.now().truncatedTo(ChronoUnit.SECONDS);
    if (seconds == 0) {
      CancelAfter.remove(call.database(), call.account());
      return new Result(now.toString(), "0");
    }
    Instant fires = now.plusSeconds(seconds);
    CancelAfter.set(call.database(), call.account(), fires);
    return new Result(now.toString(), fires.toString());
  }
}
