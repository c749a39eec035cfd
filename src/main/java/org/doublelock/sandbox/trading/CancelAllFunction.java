package org.doublelock.sandbox.trading;

import jakarta.enterprise.context.Dependent;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.AskedCall;

/** {@code CancelAll}: cancels all open orders of the account. */
@Dependent
public class CancelAllFunction extends TradingFunction<CancelAllFunction.Result> {

  public CancelAllFunction() {
    super("CancelAll", AccessRule.anyOf(Permission.MODIFY_TRADES, Permission.CLOSE_TRADES));
    costs(0);
  }

  record Result(int count) {}

  @Override
  protected Result perform(AskedCall call) {
    int count = new Cancellation(call.database()).all(call.account(), call.now());
    return new Result(count);
  }
}
