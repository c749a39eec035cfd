package org.doublelock.sandbox.earn;

import jakarta.enterprise.context.Dependent;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;

/** {@code Earn/DeallocateStatus}: what became of it; there are no offers. */
@Dependent
public class EarnDeallocateStatusFunction extends StrategyFunction<StrategyFunction.Status> {

  public EarnDeallocateStatusFunction() {
    super("Earn/DeallocateStatus", AccessRule.anyOf(Permission.EARN_FUNDS, Permission.QUERY_FUNDS));
    takes(STRATEGY);
  }
}
