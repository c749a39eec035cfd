package org.doublelock.sandbox.earn;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.Exchange;

/** {@code Earn/AllocateStatus}: what became of it; there are no offers. */
@Dependent
public class EarnAllocateStatusFunction extends StrategyFunction<StrategyFunction.Status> {

  @Inject
  public EarnAllocateStatusFunction(Exchange exchange) {
    super(
        exchange,
        "Earn/AllocateStatus",
        AccessRule.anyOf(Permission.EARN_FUNDS, Permission.QUERY_FUNDS));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(STRATEGY);
  }
}
