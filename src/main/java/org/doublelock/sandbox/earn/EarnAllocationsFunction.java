package org.doublelock.sandbox.earn;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.OrNull;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;

/** {@code Earn/Allocations}: what the account put into offers, which is nothing. */
@Dependent
public class EarnAllocationsFunction extends ExchangeFunction<EarnAllocationsFunction.Result> {

  @Inject
  public EarnAllocationsFunction(Exchange exchange) {
    super(
        exchange,
        "Earn/Allocations",
        PermissionGroup.FUNDING,
        AccessRule.allOf(Permission.QUERY_FUNDS));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("converted_asset", false, "The asset to tell amounts in; USD by default"),
        new Parameter("hide_zero_allocations", false, "true to leave out what is empty").flag());
  }

  record Result(
      String convertedAsset,
      String totalAllocated,
      String totalRewarded,
      @OrNull String nextCursor,
      List<JsonObject> items) {}

  @Override
  protected Result perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    Asset asset =
        Assets.find(arguments.text("converted_asset").orElse(Assets.USD.altname()))
            .orElseThrow(() -> FunctionFailure.invalidArgument("converted_asset"));
    String nothing = asset.text(BigDecimal.ZERO);
    return new Result(asset.altname(), nothing, nothing, null, List.of());
  }
}
