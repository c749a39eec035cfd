package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.function.PublicFunction;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;

/** {@code Ticker}: best prices, the last trade, and today's and the last 24 hours' figures. */
@Dependent
public class TickerFunction implements PublicFunction {

  private final Exchange exchange;

  @Inject
  public TickerFunction(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public String name() {
    return "Ticker";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("pair", false, "Names of pairs, with commas between them; all by default"));
  }

  @Override
  public JsonValue call(Arguments arguments, Instant now) {
    List<AssetPair> asked =
        arguments
            .text("pair")
            .map(names -> AssetPairs.findAll(names).orElseThrow(TickerFunction::unknownPair))
            .orElse(AssetPairs.all());
    return exchange.perform(
        database -> {
          Ticker ticker = new Ticker(database, now);
          JsonObjectBuilder answer = Answer.object();
          asked.stream().distinct().forEach(pair -> answer.add(pair.id(), ticker.of(pair)));
          return answer.build();
        });
  }

  private static FunctionFailure unknownPair() {
    return new FunctionFailure("EQuery:Unknown asset pair");
  }
}
