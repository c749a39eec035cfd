package org.doublelock.sandbox.ledger;

import jakarta.enterprise.context.Dependent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.market.Asset;

/**
 * {@code BalanceEx}: what the account owns of each asset, and how much of it its open orders
 * reserve.
 */
@Dependent
public class BalanceExFunction extends ExchangeFunction<Map<String, BalanceExFunction.Extended>> {

  public BalanceExFunction() {
    super("BalanceEx", PermissionGroup.FUNDING, AccessRule.allOf(Permission.QUERY_FUNDS));
  }

  record Extended(String balance, String holdTrade) {

    static Extended of(Asset asset, Balance balance) {
      return new Extended(asset.text(balance.total()), asset.text(balance.held()));
    }
  }

  @Override
  protected Map<String, Extended> perform(AskedCall call) {
    Ledger ledger = new Ledger(call.database());
    ledger.open(call.account(), call.now());
    Map<String, Extended> answer = new LinkedHashMap<>();
    ledger
        .balances(call.account())
        .forEach((asset, balance) -> answer.put(asset.id(), Extended.of(asset, balance)));
    return answer;
  }
}
