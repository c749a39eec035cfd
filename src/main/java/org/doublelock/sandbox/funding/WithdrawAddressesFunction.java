package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;

/** {@code WithdrawAddresses}: the addresses saved to withdraw to. */
@Dependent
public class WithdrawAddressesFunction
    extends ExchangeFunction<List<WithdrawAddressesFunction.Saved>> {

  public WithdrawAddressesFunction() {
    super(
        "WithdrawAddresses",
        PermissionGroup.FUNDING,
        AccessRule.allOf(Permission.WITHDRAW_FUNDS, Permission.QUERY_FUNDS));
    takes(
        new Parameter("asset", false, "The asset; all by default"),
        new Parameter("method", false, "The method's name"),
        new Parameter("key", false, "The name that the address is saved under"),
        new Parameter(
                "verified",
                false,
                "true or false for those that are verified, or are not; here all are")
            .flag());
  }

  record Saved(String address, String asset, String method, String key, boolean verified) {

    static Saved of(WithdrawalAddress address) {
      return new Saved(
          address.address(), address.asset().altname(), address.method(), address.name(), true);
    }
  }

  @Override
  protected List<Saved> perform(AskedCall call) {
    FundingArguments asked = new FundingArguments(call.arguments());
    AddressBook book = new AddressBook(call.database(), call.account());
    book.open();
    boolean none =
        call.arguments().text("verified").isPresent() && !call.arguments().flag("verified");
    Optional<String> key = call.arguments().text("key");
    return book.addresses(asked.assets()).stream()
        .filter(address -> !none)
        .filter(address -> key.map(address.name()::equals).orElse(true))
        .map(Saved::of)
        .toList();
  }
}
