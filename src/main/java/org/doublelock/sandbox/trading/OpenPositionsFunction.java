package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;

/**
 * {@code OpenPositions}: none, since nothing is lent here. A list when they are asked for by
 * market.
 */
@Dependent
public class OpenPositionsFunction extends ExchangeFunction {

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
        new Parameter("txid", false, "Ids of trades; none of them opened a position"),
        new Parameter("docalcs", false, "true to calculate gains; there are none"),
        new Parameter("consolidation", false, "market for a list by market"));
  }

  @Override
  protected JsonValue perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    return arguments.text("consolidation").isPresent()
        ? JsonValue.EMPTY_JSON_ARRAY
        : JsonValue.EMPTY_JSON_OBJECT;
  }
}
