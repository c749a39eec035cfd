package org.doublelock.sandbox.trading;

import java.time.Instant;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.sandbox.ExchangeFunction;

/** A function on orders: what was due before it is done first, and what it made due after it. */
public abstract class TradingFunction<R> extends ExchangeFunction<R> {

  protected TradingFunction(String name, AccessRule access) {
    super(name, PermissionGroup.TRADING, access);
  }

  @Override
  protected R answer(FunctionCaller caller, Arguments arguments, Instant now) {
    DueOrders due = new DueOrders(exchange);
    due.settle(caller.account(), now);
    R answer = super.answer(caller, arguments, now);
    afterwards(due, arguments, now);
    return answer;
  }

  /** Does what the call may have made due; nothing for a call that only looks. */
  protected void afterwards(DueOrders due, Arguments arguments, Instant now) {}
}
