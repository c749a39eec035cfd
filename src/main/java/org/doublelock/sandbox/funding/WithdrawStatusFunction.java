package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Named;
import org.doublelock.function.OneOf;
import org.doublelock.function.OrNull;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.market.Asset;

/** {@code WithdrawStatus}: what went out, the newest first. */
@Dependent
public class WithdrawStatusFunction
    extends ExchangeFunction<
        OneOf<List<WithdrawStatusFunction.Withdrawn>, WithdrawStatusFunction.Page>> {

  public WithdrawStatusFunction() {
    super(
        "WithdrawStatus",
        PermissionGroup.FUNDING,
        AccessRule.anyOf(Permission.WITHDRAW_FUNDS, Permission.QUERY_LEDGER));
    takes(StatusPage.PARAMETERS);
  }

  /**
   * @param time seconds since 1970
   */
  record Withdrawn(
      String method,
      String aclass,
      String asset,
      String refid,
      String txid,
      String info,
      String amount,
      String fee,
      long time,
      String status,
      String key,
      @Named("status-prop") Optional<String> statusProp) {}

  record Page(List<Withdrawn> withdrawals, @OrNull String nextCursor) {}

  @Override
  protected OneOf<List<Withdrawn>, Page> perform(AskedCall call) {
    FundingArguments asked = new FundingArguments(call.arguments());
    StatusPage page = StatusPage.asked(call);
    Withdrawals withdrawals = new Withdrawals(call.database(), call.account());
    withdrawals.settleDue(call.now());
    List<Withdrawal> found = withdrawals.list(page, asked.assets());
    return page.of(found, withdrawal -> describe(withdrawal, call.now()), Page::new);
  }

  private static Withdrawn describe(Withdrawal withdrawal, Instant now) {
    Asset asset = withdrawal.asset();
    WithdrawalStatus status = withdrawal.status(now);
    return new Withdrawn(
        withdrawal.method(),
        "currency",
        asset.id(),
        withdrawal.reference(),
        withdrawal.transactionId(),
        withdrawal.address(),
        asset.text(withdrawal.amount()),
        asset.text(withdrawal.fee()),
        withdrawal.requestedAt().getEpochSecond(),
        status.text(),
        withdrawal.addressName(),
        status.property());
  }
}
