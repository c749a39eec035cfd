package org.doublelock.sandbox.earn;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.Exchange;

/** {@code Earn/Allocate}: puts funds into an offer, of which there are none. */
@Dependent
public class EarnAllocateFunction extends StrategyFunction<Boolean> {

  @Inject
  public EarnAllocateFunction(Exchange exchange) {
    super(exchange, "Earn/Allocate", AccessRule.allOf(Permission.EARN_FUNDS));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(STRATEGY, new Parameter("amount", true, "How much"));
  }
}
