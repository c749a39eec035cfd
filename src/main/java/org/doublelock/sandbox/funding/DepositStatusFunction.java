package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
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

/** {@code DepositStatus}: what came in, the newest first. */
@Dependent
public class DepositStatusFunction extends ExchangeFunction {

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
    List<Deposit> deposits = new Deposits(database, caller.account()).list(page, asked.assets());
    return page.of("deposits", deposits, DepositStatusFunction::describe, Deposit::reference);
  }

  private static JsonObject describe(Deposit deposit) {
    Asset asset = deposit.asset();
    return Answer.object()
        .add("method", deposit.method())
        .add("aclass", "currency")
        .add("asset", asset.id())
        .add("refid", deposit.reference())
        .add("txid", deposit.transactionId())
        .add("info", deposit.address())
        .add("amount", asset.text(deposit.amount()))
        .add("fee", asset.text(BigDecimal.ZERO))
        .add("time", deposit.at().getEpochSecond())
        .add("status", "Success")
        .build();
  }
}
