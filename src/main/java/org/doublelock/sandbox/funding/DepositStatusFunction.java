package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.OneOf;
import org.doublelock.function.OrNull;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.market.Asset;

/** {@code DepositStatus}: what came in, the newest first. */
@Dependent
public class DepositStatusFunction
    extends ExchangeFunction<
        OneOf<List<DepositStatusFunction.Deposited>, DepositStatusFunction.Page>> {

  @Inject
  public DepositStatusFunction(Exchange exchange) {
    super(
        exchange,
        "DepositStatus",
        PermissionGroup.FUNDING,
        AccessRule.allOf(Permission.QUERY_FUNDS));
  }

  @Override
  public List<Parameter> parameters() {
    return StatusPage.PARAMETERS;
  }

  /**
   * @param time seconds since 1970
   */
  record Deposited(
      String method,
      String aclass,
      String asset,
      String refid,
      String txid,
      String info,
      String amount,
      String fee,
      long time,
      String status) {}

  record Page(List<Deposited> deposits, @OrNull String nextCursor) {}

  @Override
  protected OneOf<List<Deposited>, Page> perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    FundingArguments asked = new FundingArguments(arguments);
    StatusPage page = StatusPage.asked(caller, arguments);
    List<Deposit> deposits = new Deposits(database, caller.account()).list(page, asked.assets());
    return page.of(deposits, DepositStatusFunction::describe, Page::new, Deposit::reference);
  }

  private static Deposited describe(Deposit deposit) {
    Asset asset = deposit.asset();
    return new Deposited(
        deposit.method(),
        "currency",
        asset.id(),
        deposit.reference(),
        deposit.transactionId(),
        deposit.address(),
        asset.text(deposit.amount()),
        asset.text(BigDecimal.ZERO),
        deposit.at().getEpochSecond(),
        "Success");
  }
}
