package org.doublelock.sandbox.ledger;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.PrivateFunction;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.Exchange;

/**
 * {@code BalanceEx}: what the account owns of each asset, and how much of it open orders reserve.
 */
@Dependent
public class BalanceExFunction implements PrivateFunction {

  private final Exchange exchange;

  @Inject
  public BalanceExFunction(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public String name() {
    return "BalanceEx";
  }

  @Override
  public AccessRule access() {
    return AccessRule.allOf(Permission.QUERY_FUNDS);
  }

  @Override
  public PermissionGroup group() {
    return PermissionGroup.FUNDING;
  }

  @Override
  public JsonValue call(FunctionCaller caller, Arguments arguments, Instant now) {
    return exchange.perform(
        database -> {
          Ledger ledger = new Ledger(database);
          ledger.open(caller.account(), now);
          JsonObjectBuilder answer = Answer.object();
          ledger
              .balances(caller.account())
              .forEach(
                  (asset, balance) ->
                      answer.add(
                          asset.id(),
                          Answer.object()
                              .add("balance", asset.text(balance.total()))
                              .add("hold_trade", asset.text(balance.held()))));
          return answer.build();
        });
  }
}
