package org.doublelock.sandbox.trading;

import jakarta.json.JsonValue;
import java.time.Instant;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;

/** A function on orders: what was due before it is done first, and what it made due after it. */
public abstract class TradingFunction<R> extends ExchangeFunction<R> {

  private final DueOrders due;

  protected TradingFunction(Exchange exchange, String name, AccessRule access) {
    super(exchange, name, PermissionGroup.TRADING, access);
    this.due = new DueOrders(exchange);
  }

  @Override
  public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
    due.settle(caller.account(), now);
    JsonValue answer = super.call(caller, arguments, now);
    afterwards(due, arguments, now);
    return answer;
  }

  /** Does what the call may have made due; nothing for a call that only looks. */
  protected void afterwards(DueOrders due, Arguments arguments, Instant now) {}
}
