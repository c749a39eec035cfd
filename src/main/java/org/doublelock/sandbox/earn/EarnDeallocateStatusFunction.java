package org.doublelock.sandbox.earn;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.Exchange;

/** {@code Earn/DeallocateStatus}: what became of it; there are no offers. */
@Dependent
public class EarnDeallocateStatusFunction extends StrategyFunction<StrategyFunction.Status> {

  @Inject
  public EarnDeallocateStatusFunction(Exchange exchange) {
    super(
        exchange,
        "Earn/DeallocateStatus",
        AccessRule.anyOf(Permission.EARN_FUNDS, Permission.QUERY_FUNDS));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(STRATEGY);
  }
}
