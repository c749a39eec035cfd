package org.doublelock.sandbox.earn;

import jakarta.enterprise.context.Dependent;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;

/** {@code Earn/Allocate}: puts funds into an offer, of which there are none. */
@Dependent
public class EarnAllocateFunction extends StrategyFunction<Boolean> {

  public EarnAllocateFunction() {
    super("Earn/Allocate", AccessRule.allOf(Permission.EARN_FUNDS));
    takes(STRATEGY, new Parameter("amount", true, "How much"));
  }
}
