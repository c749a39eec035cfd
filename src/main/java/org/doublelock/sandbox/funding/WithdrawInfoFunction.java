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
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.ledger.Ledger;
import org.doublelock.sandbox.market.Asset;

/** {@code WithdrawInfo}: what a withdrawal would send and cost. */
@Dependent
public class WithdrawInfoFunction extends ExchangeFunction<WithdrawInfoFunction.Result> {

  @Inject
  public WithdrawInfoFunction(Exchange exchange) {
    super(
        exchange,
        "WithdrawInfo",
        PermissionGroup.FUNDING,
        AccessRule.allOf(Permission.WITHDRAW_FUNDS, Permission.QUERY_FUNDS));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("asset", true, "The asset"),
        new Parameter("key", true, "The name that the address is saved under"),
        new Parameter("amount", true, "What would leave the account, the fee included"));
  }

  record Result(String method, String limit, String amount, String fee) {}

  @Override
  protected Result perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    FundingArguments asked = new FundingArguments(arguments);
    FundingMethod method = asked.method();
    Asset asset = method.asset();
    AddressBook book = new AddressBook(database, caller.account());
    book.open();
    asked.savedAddress(book, asset);
    BigDecimal sent = asked.amount(method).subtract(method.fee());
    Ledger ledger = new Ledger(database);
    ledger.open(caller.account(), now);
    BigDecimal available = ledger.balances(caller.account()).get(asset).available();
    BigDecimal limit = available.subtract(method.fee()).max(BigDecimal.ZERO);
    return new Result(method.name(), asset.text(limit), asset.text(sent), asset.text(method.fee()));
  }
}
