package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;

/**
 * {@code WithdrawCancel}: takes back a withdrawal that was not sent yet; answers whether it could.
 */
@Dependent
public class WithdrawCancelFunction extends ExchangeFunction<Boolean> {

  @Inject
  public WithdrawCancelFunction(Exchange exchange) {
    super(
        exchange,
        "WithdrawCancel",
        PermissionGroup.FUNDING,
        AccessRule.allOf(Permission.WITHDRAW_FUNDS));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("asset", true, "The asset"),
        new Parameter("refid", true, "The withdrawal's reference"));
  }

  @Override
  protected Boolean perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    FundingMethod method = new FundingArguments(arguments).method();
    Withdrawals withdrawals = new Withdrawals(database, caller.account());
    withdrawals.settleDue(now);
    return withdrawals.cancel(arguments.required("refid"), method.asset(), now);
  }
}
