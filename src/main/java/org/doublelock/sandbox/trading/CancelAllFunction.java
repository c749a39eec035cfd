package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.sandbox.Exchange;

/** {@code CancelAll}: cancels all open orders of the account. */
@Dependent
public class CancelAllFunction extends TradingFunction<CancelAllFunction.Result> {

  @Inject
  public CancelAllFunction(Exchange exchange) {
    super(
        exchange, "CancelAll", AccessRule.anyOf(Permission.MODIFY_TRADES, Permission.CLOSE_TRADES));
  }

  @Override
  public int cost() {
    return 0;
  }

  record Result(int count) {}

  @Override
  protected Result perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    int count = new Cancellation(database).all(caller.account(), now);
    return new Result(count);
  }
}
