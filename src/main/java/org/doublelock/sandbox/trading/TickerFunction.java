package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doublelock.function.Arguments;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.UnsignedFunction;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;

/** {@code Ticker}: best prices, the last trade, and today's and the last 24 hours' figures. */
@Dependent
public class TickerFunction extends UnsignedFunction<Map<String, Ticker.Figures>> {

  public TickerFunction() {
    super("Ticker", new Parameter("pair", false, "Names of pairs; all by default").several());
  }

  @Override
  protected Map<String, Ticker.Figures> answer(Arguments arguments, Instant now) {
    List<AssetPair> asked =
        arguments.text("pair").map(AssetPairs::allNamed).orElse(AssetPairs.all());
    return exchange.perform(
        database -> {
          Ticker ticker = new Ticker(database, now);
          Map<String, Ticker.Figures> answer = new LinkedHashMap<>();
          asked.stream().distinct().forEach(pair -> answer.put(pair.id(), ticker.of(pair)));
          return answer;
        });
  }
}
