package org.doublelock.sandbox.earn;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import java.util.List;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.OrNull;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;

/** {@code Earn/Strategies}: what is on offer, which is nothing. */
@Dependent
public class EarnStrategiesFunction extends ExchangeFunction<EarnStrategiesFunction.Result> {

  public EarnStrategiesFunction() {
    super("Earn/Strategies", PermissionGroup.FUNDING, AccessRule.open());
    takes(
        new Parameter("asset", false, "Only strategies of this asset"),
        new Parameter("cursor", false, "Where the last answer said to go on"),
        new Parameter("limit", false, "How many at most").whole(1, 999_999_999));
  }

  @Override
  public boolean isForEveryApi() {
    return false; // it tells what the exchange offers
  }

  record Result(@OrNull String nextCursor, List<JsonObject> items) {}

  @Override
  protected Result perform(AskedCall call) {
    return new Result(null, List.of());
  }
}
