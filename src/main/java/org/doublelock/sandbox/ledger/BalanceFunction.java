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

/** {@code Balance}: what the account owns of each asset, what its open orders reserve included. */
@Dependent
public class BalanceFunction extends ExchangeFunction<Map<String, String>> {

  @Inject
  public BalanceFunction(Exchange exchange) {
    super(exchange, "Balance", PermissionGroup.FUNDING, AccessRule.allOf(Permission.QUERY_FUNDS));
  }

  @Override
  protected Map<String, String> perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    Ledger ledger = new Ledger(database);
    ledger.open(caller.account(), now);
    Map<String, String> answer = new LinkedHashMap<>();
    ledger
        .balances(caller.account())
        .forEach((asset, balance) -> answer.put(asset.id(), asset.text(balance.total())));
    return answer;
  }
}
