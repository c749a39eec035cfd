package org.doublelock.sandbox.trading;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.doublelock.function.Arguments;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.UnsignedFunction;
import org.doublelock.sandbox.market.AssetPair;
import org.doublelock.sandbox.market.AssetPairs;

/** A public function about one pair: its figures stand under the pair's id. */
abstract class PublicMarketFunction<R> extends UnsignedFunction<R> {

  PublicMarketFunction(String name, Parameter... parameters) {
    super(name, parameters);
  }

  @Override
  protected R answer(Arguments arguments, Instant now) {
    AssetPair pair = AssetPairs.named(arguments.required("pair"));
    return exchange.perform(database -> answer(database, pair, arguments, now));
  }

  /** The figures, and where the client is to go on. */
  abstract R answer(EntityManager database, AssetPair pair, Arguments arguments, Instant now);
}
