package org.doublelock.sandbox.market;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.function.PublicFunction;
import org.doublelock.sandbox.Answer;

/** {@code AssetPairs}: what can be traded for what, in which steps and at which fees. */
@Dependent
public class AssetPairsFunction implements PublicFunction {

  private static final int MARGIN_CALL = 80;
  private static final int MARGIN_STOP = 40;

  @Override
  public String name() {
    return "AssetPairs";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("pair", false, "Names of pairs, with commas between them; all by default"),
        new Parameter("info", false, "info (the default), leverage, fees or margin"));
  }

  @Override
  public JsonValue call(Arguments arguments, Instant now) {
    Function<AssetPair, JsonObject> description =
        description(arguments.text("info").orElse("info"));
    List<AssetPair> asked =
        arguments
            .text("pair")
            .map(names -> AssetPairs.findAll(names).orElseThrow(AssetPairsFunction::unknownPair))
            .orElse(AssetPairs.all());
    JsonObjectBuilder answer = Answer.object();
    asked.forEach(pair -> answer.add(pair.id(), description.apply(pair)));
    return answer.build();
  }

  private static FunctionFailure unknownPair() {
    return new FunctionFailure("EQuery:Unknown asset pair");
  }

  private static Function<AssetPair, JsonObject> description(String info) {
    return switch (info) {
      case "info" -> AssetPairsFunction::all;
      case "leverage" -> pair -> leverage(Answer.object()).build();
      case "fees" -> pair -> fees(Answer.object()).build();
      case "margin" ->
          pair ->
              Answer.object()
                  .add("margin_call", MARGIN_CALL)
                  .add("margin_level", MARGIN_STOP)
                  .build();
      default -> throw FunctionFailure.invalidArgument("info");
    };
  }

  private static JsonObject all(AssetPair pair) {
    JsonObjectBuilder description =
        Answer.object()
            .add("altname", pair.altname())
            .add("wsname", pair.wsname())
            .add("aclass_base", "currency")
            .add("base", pair.base().id())
            .add("aclass_quote", "currency")
            .add("quote", pair.quote().id())
            .add("lot", "unit")
            .add("cost_decimals", pair.costDecimals())
            .add("pair_decimals", pair.priceDecimals())
            .add("lot_decimals", AssetPair.LOT_DECIMALS)
            .add("lot_multiplier", 1);
    leverage(description);
    fees(description);
    return description
        .add("margin_call", MARGIN_CALL)
        .add("margin_stop", MARGIN_STOP)
        .add("ordermin", pair.orderMinimum().toPlainString())
        .add("costmin", pair.costMinimum().toPlainString())
        .add("tick_size", pair.tick().toPlainString())
        .add("status", "online")
        .build();
  }

  /** Empty lists: nothing is lent here. */
  private static JsonObjectBuilder leverage(JsonObjectBuilder description) {
    return description
        .add("leverage_buy", JsonValue.EMPTY_JSON_ARRAY)
        .add("leverage_sell", JsonValue.EMPTY_JSON_ARRAY);
  }

  private static JsonObjectBuilder fees(JsonObjectBuilder description) {
    return description
        .add("fees", schedule(Fees.TAKER))
        .add("fees_maker", schedule(Fees.MAKER))
        .add("fee_volume_currency", Assets.USD.id());
  }

  /** The published schedule by volume, with a single step. */
  private static JsonArray schedule(BigDecimal rate) {
    return Answer.array().add(Answer.array().add(0).add(Fees.percentage(rate))).build();
  }
}
