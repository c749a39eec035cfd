package org.doublelock.sandbox.funding;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
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

/**
 * {@code DepositAddresses}: the addresses to deposit an asset at, after making a new one if asked
 * to.
 */
@Dependent
public class DepositAddressesFunction extends ExchangeFunction {

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
        new Parameter("new", false, "true to make a new address first"));
  }

  @Override
  protected JsonValue perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    FundingMethod method = new FundingArguments(arguments).method();
    Deposits deposits = new Deposits(database, caller.account());
    if (arguments.flag("new")) {
      deposits.newAddress(method, now);
    }
    JsonArrayBuilder answer = Answer.array();
    deposits.addresses(method).forEach(address -> answer.add(describe(address)));
    return answer.build();
  }

  private static JsonObjectBuilder describe(DepositAddress address) {
    JsonObjectBuilder answer =
        Answer.object().add("address", address.address()).add("expiretm", "0");
    return address.used() ? answer : answer.add("new", true);
  }
}
