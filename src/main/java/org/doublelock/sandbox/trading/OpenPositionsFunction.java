package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.OneOf;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;

/**
 * {@code OpenPositions}: none, since nothing is lent here. A list when they are asked for by
 * market.
 */
@Dependent
public class OpenPositionsFunction
    extends ExchangeFunction<OneOf<Map<String, JsonObject>, List<JsonObject>>> {

  public OpenPositionsFunction() {
    super("OpenPositions", PermissionGroup.TRADING, AccessRule.allOf(Permission.QUERY_OPEN_TRADES));
    takes(
        new Parameter("txid", false, "Ids of trades; none of them opened a position").several(),
        new Parameter("docalcs", false, "true to calculate gains; there are none").flag(),
        new Parameter("consolidation", false, "market for a list by market").choice("market"));
  }

  @Override
  protected OneOf<Map<String, JsonObject>, List<JsonObject>> perform(AskedCall call) {
    return call.arguments().text("consolidation").isPresent()
        ? OneOf.second(List.of())
        : OneOf.first(Map.of());
  }
}
