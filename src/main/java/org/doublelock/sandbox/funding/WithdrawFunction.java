package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Arguments;
import org.doublelock.function.Measure;
import org.doublelock.sandbox.Amounts;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;
import org.doublelock.sandbox.market.Asset;
import org.doublelock.sandbox.market.Assets;
import org.doublelock.sandbox.trading.Valuation;

/** {@code Withdraw}: sends an amount to a saved address. */
@Dependent
public class WithdrawFunction extends ExchangeFunction<WithdrawFunction.Result> {

  public WithdrawFunction() {
    super("Withdraw", PermissionGroup.FUNDING, AccessRule.allOf(Permission.WITHDRAW_FUNDS));
    takes(
        new Parameter("asset", true, "The asset"),
        new Parameter("key", true, "The name that the address is saved under"),
        new Parameter("amount", true, "What is to leave the account, the fee included"),
        new Parameter("address", false, "The saved address again, to be sure"),
        new Parameter("max_fee", false, "The highest fee to accept"));
  }

  /** What leaves the account, in dollars at the last price. */
  @Override
  public Optional<Measure> measure() {
    return Optional.of(new Measure("USD", this::dollars));
  }

  private Optional<BigDecimal> dollars(Arguments arguments) {
    Optional<Asset> asset = arguments.text("asset").flatMap(Assets::find);
    Optional<BigDecimal> amount = arguments.text("amount").flatMap(Amounts::read);
    return asset.isEmpty() || amount.isEmpty()
        ? Optional.empty()
        : Optional.of(
            exchange.perform(
                database -> new Valuation(database).dollars(amount.get(), asset.get())));
  }

  record Result(String refid) {}

  @Override
  protected Result perform(AskedCall call) {
    FundingArguments asked = new FundingArguments(call.arguments());
    FundingMethod method = asked.method();
    AddressBook book = new AddressBook(call.database(), call.account());
    book.open();
    WithdrawalAddress to = asked.savedAddress(book, method.asset());
    BigDecimal amount = asked.amount(method);
    Withdrawals withdrawals = new Withdrawals(call.database(), call.account());
    Withdrawal withdrawal = withdrawals.request(to, method, amount, call.now());
    return new Result(withdrawal.reference());
  }
}
