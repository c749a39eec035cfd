package org.doublelock.sandbox.earn;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;

/**
 * A function on one strategy. None is on offer, so whichever is named is unknown.
 *
 * @param <R> what it would answer
 */
public abstract class StrategyFunction<R> extends ExchangeFunction<R> {

  static final Parameter STRATEGY =
      new Parameter("strategy_id", true, "The strategy; there is none");

  /** What became of putting funds in, or of taking them out. */
  record Status(boolean pending) {}

  StrategyFunction(Exchange exchange, String name, AccessRule access) {
    super(exchange, name, PermissionGroup.FUNDING, access);
  }

  @Override
  protected final R perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    arguments.required("strategy_id");
    throw new FunctionFailure("EGeneral:Invalid arguments:Invalid strategy ID");
  }
}
