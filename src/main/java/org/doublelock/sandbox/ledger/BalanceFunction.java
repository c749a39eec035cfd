package org.doublelock.sandbox.ledger;

import jakarta.enterprise.context.Dependent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;

/** {@code Balance}: what the account owns of each asset, what its open orders reserve included. */
@Dependent
public class BalanceFunction extends ExchangeFunction<Map<String, String>> {

  public BalanceFunction() {
    super("Balance", PermissionGroup.FUNDING, AccessRule.allOf(Permission.QUERY_FUNDS));
  }

  @Override
  protected Map<String, String> perform(AskedCall call) {
    Ledger ledger = new Ledger(call.database());
    ledger.open(call.account(), call.now());
    Map<String, String> answer = new LinkedHashMap<>();
    ledger
        .balances(call.account())
        .forEach((asset, balance) -> answer.put(asset.id(), asset.text(balance.total())));
    return answer;
  }
}
