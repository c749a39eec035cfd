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

/** {@code Balance}: what the account owns of each asset, what its open orders reserve included. */
@Dependent
public class BalanceFunction extends ExchangeFunction {

  @Inject
  public BalanceFunction(Exchange exchange) {
    super(exchange, "Balance", PermissionGroup.FUNDING, AccessRule.allOf(Permission.QUERY_FUNDS));
  }

  @Override
  protected JsonValue perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    Ledger ledger = new Ledger(database);
    ledger.open(caller.account(), now);
    JsonObjectBuilder answer = Answer.object();
    ledger
        .balances(caller.account())
        .forEach((asset, balance) -> answer.add(asset.id(), asset.text(balance.total())));
    return answer.build();
  }
}
