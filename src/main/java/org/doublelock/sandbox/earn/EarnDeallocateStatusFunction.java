package org.doublelock.sandbox.earn;

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
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;

/** {@code Earn/DeallocateStatus}: what became of it; there are no offers. */
@Dependent
public class EarnDeallocateStatusFunction
    extends ExchangeFunction<EarnDeallocateStatusFunction.Result> {

  @Inject
  public EarnDeallocateStatusFunction(Exchange exchange) {
    super(
        exchange,
        "Earn/DeallocateStatus",
        PermissionGroup.FUNDING,
        AccessRule.anyOf(Permission.EARN_FUNDS, Permission.QUERY_FUNDS));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter("strategy_id", true, "The strategy; there is none"));
  }

  record Result(boolean pending) {}

  @Override
  protected Result perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    throw EarnOffer.refusal(arguments);
  }
}
