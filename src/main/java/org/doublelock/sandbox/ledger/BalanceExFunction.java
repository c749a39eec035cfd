package org.doublelock.sandbox.ledger;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.market.Asset;

/**
 * {@code BalanceEx}: what the account owns of each asset, and how much of it its open orders
 * reserve.
 */
@Dependent
public class BalanceExFunction extends ExchangeFunction {

  @Inject
  public BalanceExFunction(Exchange exchange) {
    super(exchange, "BalanceEx", PermissionGroup.FUNDING, AccessRule.allOf(Permission.QUERY_FUNDS));
  }

  @Override
  protected JsonValue perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    Ledger ledger = new Ledger(database);
    ledger.open(caller.account(), now);
    JsonObjectBuilder answer = Answer.object();
    ledger
        .balances(caller.account())
        .forEach((asset, balance) -> answer.add(asset.id(), describe(asset, balance)));
    return answer.build();
  }

  private static JsonObjectBuilder describe(Asset asset, Balance balance) {
    return Answer.object()
        .add("balance", asset.text(balance.total()))
        .add("hold_trade", asset.text(balance.held()));
  }
}
