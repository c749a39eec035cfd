package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Named;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;

/** {@code DepositMethods}: the ways to deposit an asset. */
@Dependent
public class DepositMethodsFunction extends ExchangeFunction<List<DepositMethodsFunction.Method>> {

  public DepositMethodsFunction() {
    super(
        "DepositMethods",
        PermissionGroup.FUNDING,
        AccessRule.allOf(Permission.ADD_FUNDS, Permission.QUERY_FUNDS));
    takes(new Parameter("asset", true, "The asset"));
  }

  record Method(
      String method,
      boolean limit,
      String fee,
      @Named("gen-address") boolean genAddress,
      String minimum) {}

  @Override
  protected List<Method> perform(AskedCall call) {
    FundingMethod method = new FundingArguments(call.arguments()).method();
    return List.of(
        new Method(
            method.name(),
            false,
            method.asset().text(BigDecimal.ZERO),
            true,
            method.asset().text(method.minimum())));
  }
}
