package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.FunctionCaller;
import org.doublelock.sandbox.Answer;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.market.Asset;

/** {@code WithdrawStatus}: what went out, the newest first. */
@Dependent
public class WithdrawStatusFunction extends ExchangeFunction {

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
    return List.of(
        new Parameter("asset", false, "The asset; all by default"),
        new Parameter("method", false, "The method's name"),
        new Parameter("start", false, "Nothing from this time or before it, in seconds since 1970"),
        new Parameter("end", false, "Nothing after this time, in seconds since 1970"),
        new Parameter("limit", false, "How many at most; 500 by default"),
        new Parameter("cursor", false, "true, or where the last answer said to go on"));
  }

  @Override
  protected JsonValue perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    FundingArguments asked = new FundingArguments(arguments);
    StatusPage page = StatusPage.asked(caller, arguments);
    Withdrawals withdrawals = new Withdrawals(database, caller.account());
    withdrawals.settleDue(now);
    List<Withdrawal> found = withdrawals.list(page, asked.assets());
    return page.of(
        "withdrawals", found, withdrawal -> describe(withdrawal, now), Withdrawal::reference);
  }

  private static JsonObject describe(Withdrawal withdrawal, Instant now) {
    Asset asset = withdrawal.asset();
    WithdrawalStatus status = withdrawal.status(now);
    JsonObjectBuilder answer =
        Answer.object()
            .add("method", withdrawal.method())
            .add("aclass", "currency")
            .add("asset", asset.id())
            .add("refid", withdrawal.reference())
            .add("txid", withdrawal.transactionId())
            .add("info", withdrawal.address())
            .add("amount", asset.text(withdrawal.amount()))
            .add("fee", asset.text(withdrawal.fee()))
            .add("time", withdrawal.requestedAt().getEpochSecond())
            .add("status", status.text())
            .add("key", withdrawal.addressName());
    status.property().ifPresent(property -> answer.add("status-prop", property));
    return answer.build();
  }
}
