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

/** {@code Earn/Allocate}: puts funds into an offer, of which there are none. */
@Dependent
public class EarnAllocateFunction extends ExchangeFunction<Boolean> {

  @Inject
  public EarnAllocateFunction(Exchange exchange) {
    super(
        exchange,
        "Earn/Allocate",
        PermissionGroup.FUNDING,
        AccessRule.allOf(Permission.EARN_FUNDS));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("strategy_id", true, "The strategy; there is none"),
        new Parameter("amount", true, "How much"));
  }

  @Override
  protected Boolean perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    throw EarnOffer.refusal(arguments);
  }
}
