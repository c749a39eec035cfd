package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.ledger.Ledger;
import org.doublelock.sandbox.market.Asset;

/** {@code WithdrawInfo}: what a withdrawal would send and cost. */
@Dependent
public class WithdrawInfoFunction extends ExchangeFunction<WithdrawInfoFunction.Result> {

  public WithdrawInfoFunction() {
    super(
        "WithdrawInfo",
        PermissionGroup.FUNDING,
        AccessRule.allOf(Permission.WITHDRAW_FUNDS, Permission.QUERY_FUNDS));
    takes(
        new Parameter("asset", true, "The asset"),
        new Parameter("key", true, "The name that the address is saved under"),
        new Parameter("amount", true, "What would leave the account, the fee included"));
  }

  record Result(String method, String limit, String amount, String fee) {}

  @Override
  protected Result perform(AskedCall call) {
    FundingArguments asked = new FundingArguments(call.arguments());
    FundingMethod method = asked.method();
    Asset asset = method.asset();
    AddressBook book = new AddressBook(call.database(), call.account());
    book.open();
    asked.savedAddress(book, asset);
    BigDecimal sent = asked.amount(method).subtract(method.fee());
    Ledger ledger = new Ledger(call.database());
    ledger.open(call.account(), call.now());
    BigDecimal available = ledger.balances(call.account()).get(asset).available();
    BigDecimal limit = available.subtract(method.fee()).max(BigDecimal.ZERO);
    return new Result(method.name(), asset.text(limit), asset.text(sent), asset.text(method.fee()));
  }
}
