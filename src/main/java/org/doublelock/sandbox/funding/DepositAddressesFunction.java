package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Optional;
import org.doublelock.apikey.Permission;
import org.doublelock.apikey.PermissionGroup;
import org.doublelock.function.AccessRule;
import org.doublelock.function.Named;
import org.doublelock.sandbox.AskedCall;
import org.doublelock.sandbox.ExchangeFunction;

/**
 * {@code DepositAddresses}: the addresses to deposit an asset at, after making a new one if asked
 * to.
 */
@Dependent
public class DepositAddressesFunction
    extends ExchangeFunction<List<DepositAddressesFunction.Address>> {

  public DepositAddressesFunction() {
    super("DepositAddresses", PermissionGroup.FUNDING, AccessRule.allOf(Permission.QUERY_FUNDS));
    takes(
        new Parameter("asset", true, "The asset"),
        new Parameter("method", false, "The method's name"),
        new Parameter("new", false, "true to make a new address first").flag());
  }

  /**
   * @param expiretm always 0: none ends
   * @param isNew there, and true, until something came to it
   */
  record Address(String address, String expiretm, @Named("new") Optional<Boolean> isNew) {

    static Address of(DepositAddress address) {
      return new Address(
          address.address(), "0", Optional.of(true).filter(fresh -> !address.used()));
    }
  }

  @Override
  protected List<Address> perform(AskedCall call) {
    FundingMethod method = new FundingArguments(call.arguments()).method();
    Deposits deposits = new Deposits(call.database(), call.account());
    if (call.arguments().flag("new")) {
      deposits.newAddress(method, call.now());
    }
    return deposits.addresses(method).stream().map(Address::of).toList();
  }
}
