package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.OneOf;
import org.doublelock.function.OrNull;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.market.Asset;

/** {@code DepositStatus}: what came in, the newest first. */
@Dependent
public class DepositStatusFunction
    extends ExchangeFunction<
        OneOf<List<DepositStatusFunction.Deposited>, DepositStatusFunction.Page>> {

  public DepositStatusFunction() {
    super("DepositStatus", PermissionGroup.FUNDING, AccessRule.allOf(Permission.QUERY_FUNDS));
    takes(StatusPage.PARAMETERS);
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
  protected OneOf<List<Deposited>, Page> perform(AskedCall call) {
    FundingArguments asked = new FundingArguments(call.arguments());
    StatusPage page = StatusPage.asked(call);
    List<Deposit> deposits =
        new Deposits(call.database(), call.account()).list(page, asked.assets());
    return page.of(deposits, DepositStatusFunction::describe, Page::new);
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
