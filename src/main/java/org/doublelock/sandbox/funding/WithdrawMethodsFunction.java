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

/** {@code WithdrawMethods}: the ways to withdraw assets. */
@Dependent
public class WithdrawMethodsFunction
    extends ExchangeFunction<List<WithdrawMethodsFunction.Method>> {

  @Inject
  public WithdrawMethodsFunction(Exchange exchange) {
    super(
        exchange,
        "WithdrawMethods",
        PermissionGroup.FUNDING,
        AccessRule.allOf(Permission.WITHDRAW_FUNDS, Permission.QUERY_FUNDS));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
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
  protected List<Method> perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    return new FundingArguments(arguments).methods().stream().map(Method::of).toList();
  }
}
