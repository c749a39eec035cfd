package org.doublelock.sandbox.earn;

import jakarta.enterprise.context.Dependent;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;

/** {@code Earn/Deallocate}: takes funds out of an offer, of which there are none. */
@Dependent
public class EarnDeallocateFunction extends StrategyFunction<Boolean> {

  public EarnDeallocateFunction() {
    super("Earn/Deallocate", AccessRule.allOf(Permission.EARN_FUNDS));
    takes(STRATEGY, new Parameter("amount", true, "How much"));
  }
}
