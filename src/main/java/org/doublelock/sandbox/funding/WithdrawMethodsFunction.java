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

/** {@code WithdrawMethods}: the ways to withdraw assets. */
@Dependent
public class WithdrawMethodsFunction extends ExchangeFunction {

  @Inject
  public WithdrawMethodsFunction(Exchange exchange) {
    super(
        exchange,
        "WithdrawMethods",
        PermissionGroup.FUNDING,
        AccessRule.allOf(Permission.WITHDRAW_FUNDS, Permission.QUERY_FUNDS));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("asset", false, "The asset; all by default"),
        new Parameter("method", false, "The method's name"),
        new Parameter("network", false, "The network's name"));
  }

  @Override
  protected JsonValue perform(
      EntityManager database, FunctionCaller caller, Arguments arguments, Instant now) {

    JsonArrayBuilder answer = Answer.array();
    new FundingArguments(arguments).methods().forEach(method -> answer.add(describe(method)));
    return answer.build();
  }

  private static JsonObjectBuilder describe(FundingMethod method) {
    return Answer.object()
        .add("asset", method.asset().id())
        .add("method", method.name())
        .add("network", method.network())
        .add("minimum", method.minimum().toPlainString());
  }
}
