package org.doublelock.sandbox.trading;

import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionFailure;
import org.doublelock.function.PublicFunction;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;

/** A public function about one pair: its figures stand under the pair's id. */
abstract class PublicMarketFunction implements PublicFunction {

  private final Exchange exchange;
  private final String name;

  PublicMarketFunction(Exchange exchange, String name) {
    this.exchange = exchange;
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public JsonValue call(Arguments arguments, Instant now) {
    AssetPair pair =
        AssetPairs.find(arguments.required("pair"))
            .orElseThrow(() -> new FunctionFailure("EQuery:Unknown asset pair"));
    return exchange.perform(
        database -> {
          Map<String, Object> answer = new LinkedHashMap<>();
          answer(database, pair, arguments, now, answer);
          return Answer.of(answer);
        });
  }

  /** Adds the figures, and where the client is to go on. */
  abstract void answer(
      EntityManager database,
      AssetPair pair,
      Arguments arguments,
      Instant now,
      Map<String, Object> answer);
}
