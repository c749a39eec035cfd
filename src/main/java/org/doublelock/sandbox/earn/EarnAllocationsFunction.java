package org.doublelock.sandbox.earn;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.OrNull;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;

/** {@code Earn/Allocations}: what the account put into offers, which is nothing. */
@Dependent
public class EarnAllocationsFunction extends ExchangeFunction<EarnAllocationsFunction.Result> {

  public EarnAllocationsFunction() {
    super("Earn/Allocations", PermissionGroup.FUNDING, AccessRule.allOf(Permission.QUERY_FUNDS));
    takes(
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
  protected Result perform(AskedCall call) {
    Asset asset =
        Assets.find(call.arguments().text("converted_asset").orElse(Assets.USD.altname()))
            .orElseThrow(() -> FunctionFailure.invalidArgument("converted_asset"));
    String nothing = asset.text(BigDecimal.ZERO);
    return new Result(asset.altname(), nothing, nothing, null, List.of());
  }
}
