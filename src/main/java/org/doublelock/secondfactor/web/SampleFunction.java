package org.doublelock.secondfactor.web;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.doublelock.apikey.Permission;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.web.help.CodeSample;

/**
 * The function that the sample of a key calls: it changes nothing and needs no argument, and the
 * key may call it.
 *
 * @param asks whether it asks for the key's second factor; false where none of them does
 */
record SampleFunction(String name, boolean asks) {

  /** They change nothing; the first that fits is taken. */
  static final List<String> HARMLESS =
      List.of(
          CodeSample.FOR_EVERY_KEY,
          "Balance",
          "OpenOrders",
          "ClosedOrders",
          "Ledgers",
          "WithdrawStatus",
          "GetWebSocketsToken",
          "BalanceEx",
          "TradeBalance",
          "OpenPositions",
          "TradesHistory",
          "DepositStatus",
          "WithdrawMethods",
          "WithdrawAddresses",
          "Earn/Allocations",
          "Earn/Strategies");

  /**
   * The one for a key.
   *
   * @param held the key's permissions
   * @param asked whether a call of a function has to carry the key's second factor
   */
  static SampleFunction of(
      FunctionRegistry functions, Set<Permission> held, Predicate<PrivateFunction> asked) {
    return HARMLESS.stream()
        .flatMap(name -> functions.find(name).stream())
        .filter(function -> function.access().admits(held) && function.server().isEmpty())
        .filter(function -> function.parameters().stream().noneMatch(Parameter::required))
        .filter(asked)
        .findFirst()
        .map(function -> new SampleFunction(function.name(), true))
        .orElseGet(() -> new SampleFunction(CodeSample.FOR_EVERY_KEY, false));
  }
}
