package org.doublelock.sandbox.earn;

import jakarta.enterprise.context.Dependent;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;

/** {@code Earn/AllocateStatus}: what became of it; there are no offers. */
@Dependent
public class EarnAllocateStatusFunction extends StrategyFunction<StrategyFunction.Status> {

  public EarnAllocateStatusFunction() {
    super("Earn/AllocateStatus", AccessRule.anyOf(Permission.EARN_FUNDS, Permission.QUERY_FUNDS));
    takes(STRATEGY);
  }
}
