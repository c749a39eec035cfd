package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.OneOf;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;

/**
 * {@code OpenPositions}: none, since nothing is lent here. A list when they are asked for by
 * market.
 */
@Dependent
public class OpenPositionsFunction
    extends ExchangeFunction<OneOf<Map<String, JsonObject>, List<JsonObject>>> {

  @Inject
  public OpenPositionsFunction(Exchange exchange) {
    super(
        exchange,
        "OpenPositions",
        PermissionGroup.TRADING,
        AccessRule.allOf(Permission.QUERY_OPEN_TRADES));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("txid", false, "Ids of trades; none of them opened a position").several(),
        new Parameter("docalcs", false, "true to calculate gains; there are none").flag(),
        new Parameter("consolidation", false, "market for a list by market").choice("market"));
  }

  @Override
  protected OneOf<Map<String, JsonObject>, List<JsonObject>> perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    return arguments.text("consolidation").isPresent()
        ? OneOf.second(List.of())
        : OneOf.first(Map.of());
  }
}
