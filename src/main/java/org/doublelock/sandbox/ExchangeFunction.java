package org.doublelock.sandbox;

import jakarta.inject.Inject;
import java.time.Instant;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.StatedFunction;

/**
 * A private function that works on the exchange's books, each call in one transaction.
 *
 * @param <R> what it answers
 */
public abstract class ExchangeFunction<R> extends StatedFunction<R> {

  @Inject protected Exchange exchange;

  protected ExchangeFunction(String name, PermissionGroup group, AccessRule access) {
    super(name, group, access);
  }

  @Override
  protected R answer(FunctionCaller caller, Arguments arguments, Instant now) {
    return exchange.perform(database -> perform(new AskedCall(database, caller, arguments, now)));
  }

  /** Does what {@link #call} promises, within its transaction. */
  protected abstract R perform(AskedCall call);
}
