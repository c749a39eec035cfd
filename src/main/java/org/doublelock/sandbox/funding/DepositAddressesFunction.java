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
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.ExchangeFunction;

/**
 * {@code DepositAddresses}: the addresses to deposit an asset at, after making a new one if asked
 * to.
 */
@Dependent
public class DepositAddressesFunction
    extends ExchangeFunction<List<DepositAddressesFunction.Address>> {

  @Inject
  public DepositAddressesFunction(Exchange exchange) {
    super(
        exchange,
        "DepositAddresses",
        PermissionGroup.FUNDING,
        AccessRule.allOf(Permission.QUERY_FUNDS));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
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
  protected List<Address> perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    FundingMethod method = new FundingArguments(arguments).method();
    Deposits deposits = new Deposits(database, caller.account());
    if (arguments.flag("new")) {
      deposits.newAddress(method, now);
    }
    return deposits.addresses(method).stream().map(Address::of).toList();
  }
}
