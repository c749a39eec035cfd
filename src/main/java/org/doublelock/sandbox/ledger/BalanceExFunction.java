package org.doublelock.sandbox.ledger;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.market.Asset;

/**
 * {@code BalanceEx}: what the account owns of each asset, and how much of it its open orders
 * reserve.
 */
@Dependent
public class BalanceExFunction extends ExchangeFunction<Map<String, BalanceExFunction.Extended>> {

  @Inject
  public BalanceExFunction(Exchange exchange) {
    super(exchange, "BalanceEx", PermissionGroup.FUNDING, AccessRule.allOf(Permission.QUERY_FUNDS));
  }

  record Extended(String balance, String holdTrade) {

    static Extended of(Asset asset, Balance balance) {
      return new Extended(asset.text(balance.total()), asset.text(balance.held()));
    }
  }

  @Override
  protected Map<String, Extended> perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    Ledger ledger = new Ledger(database);
    ledger.open(caller.account(), now);
    Map<String, Extended> answer = new LinkedHashMap<>();
    ledger
        .balances(caller.account())
        .forEach((asset, balance) -> answer.put(asset.id(), Extended.of(asset, balance)));
    return answer;
  }
}
