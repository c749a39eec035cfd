package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;

/**
 * {@code WithdrawCancel}: takes back a withdrawal that was not sent yet; answers whether it could.
 */
@Dependent
public class WithdrawCancelFunction extends ExchangeFunction<Boolean> {

  public WithdrawCancelFunction() {
    super("WithdrawCancel", PermissionGroup.FUNDING, AccessRule.allOf(Permission.WITHDRAW_FUNDS));
    takes(
        new Parameter("asset", true, "The asset"),
        new Parameter("refid", true, "The withdrawal's reference"));
  }

  @Override
  protected Boolean perform(AskedCall call) {
    FundingMethod method = new FundingArguments(call.arguments()).method();
    Withdrawals withdrawals = new Withdrawals(call.database(), call.account());
    withdrawals.settleDue(call.now());
    return withdrawals.cancel(call.arguments().required("refid"), method.asset(), call.now());
  }
}
