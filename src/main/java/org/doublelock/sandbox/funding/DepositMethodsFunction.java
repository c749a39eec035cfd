package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.Named;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;

/** {@code DepositMethods}: the ways to deposit an asset. */
@Dependent
public class DepositMethodsFunction extends ExchangeFunction<List<DepositMethodsFunction.Method>> {

  @Inject
  public DepositMethodsFunction(Exchange exchange) {
    super(
        exchange,
        "DepositMethods",
        PermissionGroup.FUNDING,
        AccessRule.allOf(Permission.ADD_FUNDS, Permission.QUERY_FUNDS));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter("asset", true, "The asset"));
  }

  record Method(
      String method,
      boolean limit,
      String fee,
      @Named("gen-address") boolean genAddress,
      String minimum) {}

  @Override
  protected List<Method> perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    FundingMethod method = new FundingArguments(arguments).method();
    return List.of(
        new Method(
            method.name(),
            false,
            method.asset().text(BigDecimal.ZERO),
            true,
            method.asset().text(method.minimum())));
  }
}
