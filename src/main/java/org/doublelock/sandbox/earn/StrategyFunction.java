package org.doublelock.sandbox.earn;

import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.FunctionFailure;
import org.doublelock.sandbox.AskedCall;
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

  StrategyFunction(String name, AccessRule access) {
    super(name, PermissionGroup.FUNDING, access);
  }

  @Override
  protected final R perform(AskedCall call) {
    call.arguments().required("strategy_id");
    throw new FunctionFailure("EGeneral:Invalid arguments:Invalid strategy ID");
  }
}
