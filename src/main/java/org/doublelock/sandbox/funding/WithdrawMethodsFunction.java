package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;

/** {@code WithdrawMethods}: the ways to withdraw assets. */
@Dependent
public class WithdrawMethodsFunction
    extends ExchangeFunction<List<WithdrawMethodsFunction.Method>> {

  public WithdrawMethodsFunction() {
    super(
        "WithdrawMethods",
        PermissionGroup.FUNDING,
        AccessRule.allOf(Permission.WITHDRAW_FUNDS, Permission.QUERY_FUNDS));
    takes(
        new Parameter("asset", false, "The asset; all by default"),
        new Parameter("method", false, "The method's name"),
        new Parameter("network", false, "The network's name"));
  }

  record Method(String asset, String method, String network, String minimum) {

    static Method of(FundingMethod method) {
      return new Method(
          method.asset().id(), method.name(), method.network(), method.minimum().toPlainString());
    }
  }

  @Override
  protected List<Method> perform(AskedCall call) {
    return new FundingArguments(call.arguments()).methods().stream().map(Method::of).toList();
  }
}
