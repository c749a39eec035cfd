package org.doublelock.sandbox.earn;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.Exchange;

/** {@code Earn/Deallocate}: takes funds out of an offer, of which there are none. */
@Dependent
public class EarnDeallocateFunction extends StrategyFunction<Boolean> {

  @Inject
  public EarnDeallocateFunction(Exchange exchange) {
    super(exchange, "Earn/Deallocate", AccessRule.allOf(Permission.EARN_FUNDS));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(STRATEGY, new Parameter("amount", true, "How much"));
  }
}
