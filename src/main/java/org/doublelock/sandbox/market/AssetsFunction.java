package org.doublelock.sandbox.market;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.function.PublicFunction;
import org.doublelock.sandbox.Answer;

/** {@code Assets}: what can be owned. */
@Dependent
public class AssetsFunction implements PublicFunction {

  @Override
  public String name() {
    return "Assets";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("asset", false, "Names of assets, with commas between them; all by default"),
        new Parameter("aclass", false, "The asset class; always currency"));
  }

  @Override
  public JsonValue call(Arguments arguments, Instant now) {
    List<Asset> asked =
        arguments
            .text("asset")
            .map(names -> Assets.findAll(names).orElseThrow(AssetsFunction::unknownAsset))
            .orElse(Assets.all());
    JsonObjectBuilder answer = Answer.object();
    asked.forEach(asset -> answer.add(asset.id(), describe(asset)));
    return answer.build();
  }

  private static FunctionFailure unknownAsset() {
    return new FunctionFailure("EQuery:Unknown asset");
  }

  private static JsonObject describe(Asset asset) {
    return Answer.object()
        .add("aclass", "currency")
        .add("altname", asset.altname())
        .add("decimals", asset.decimals())
        .add("display_decimals", asset.displayDecimals())
        .add("collateral_value", 1)
        .add("status", "enabled")
        .build();
  }
}
