package org.doublelock.sandbox.earn;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.OrNull;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;

/** {@code Earn/Strategies}: what is on offer, which is nothing. */
@Dependent
public class EarnStrategiesFunction extends ExchangeFunction<EarnStrategiesFunction.Result> {

  @Inject
  public EarnStrategiesFunction(Exchange exchange) {
    super(exchange, "Earn/Strategies", PermissionGroup.FUNDING, AccessRule.open());
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("asset", false, "Only strategies of this asset"),
        new Parameter("cursor", false, "Where the last answer said to go on"),
        new Parameter("limit", false, "How many at most").whole(1, 999_999_999));
  }

  record Result(@OrNull String nextCursor, List<JsonObject> items) {}

  @Override
  protected Result perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    return new Result(null, List.of());
  }
}
