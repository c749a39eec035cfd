package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.function.Named;
import org.doublelock.function.OneOf;
import org.doublelock.function.OrNull;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.market.Asset;

/** {@code WithdrawStatus}: what went out, the newest first. */
@Dependent
public class WithdrawStatusFunction
    extends ExchangeFunction<
        OneOf<List<WithdrawStatusFunction.Withdrawn>, WithdrawStatusFunction.Page>> {

  @Inject
  public WithdrawStatusFunction(Exchange exchange) {
    super(
        exchange,
        "WithdrawStatus",
        PermissionGroup.FUNDING,
        AccessRule.anyOf(Permission.WITHDRAW_FUNDS, Permission.QUERY_LEDGER));
  }

  @Override
  public List<Parameter> parameters() {
    return StatusPage.PARAMETERS;
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
  protected OneOf<List<Withdrawn>, Page> perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    FundingArguments asked = new FundingArguments(arguments);
    StatusPage page = StatusPage.asked(caller, arguments);
    Withdrawals withdrawals = new Withdrawals(database, caller.account());
    withdrawals.settleDue(now);
    List<Withdrawal> found = withdrawals.list(page, asked.assets());
    return page.of(
        found, withdrawal -> describe(withdrawal, now), Page::new, Withdrawal::reference);
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
