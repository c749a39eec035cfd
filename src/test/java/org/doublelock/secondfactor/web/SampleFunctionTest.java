package org.doublelock.secondfactor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.doublelock.apikey.Permission;
import org.doublelock.function.FunctionRegistry;
import org.doublelock.function.PrivateFunction;
import org.doublelock.function.PrivateFunction.Parameter;
import org.doublelock.sandbox.Exchange;
import org.doublelock.sandbox.Functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleFunctionTest {

  private static final SampleFunction NOT_ASKED = new SampleFunction("GetApiKeyInfo", false);

  private final Map<String, PrivateFunction> functions = Functions.on(new Exchange());

  @Test
  void where_every_call_asks_it_is_the_one_that_every_key_may_call() {
    for (Permission permission : Permission.builtIn()) {
      assertEquals(
          new SampleFunction("GetApiKeyInfo", true), of(Set.of(permission), function -> true));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Balance, query-funds",
    "OpenOrders, query-open-trades",
    "Ledgers, query-ledger",
    "WithdrawStatus, withdraw-funds"
  })
  void of_what_was_ticked_it_is_one_that_the_key_may_call(String ticked, String permission) {
    Predicate<PrivateFunction> asked = function -> function.name().equals(ticked);
    Permission held = Permission.fromCode(permission).orElseThrow();
    assertEquals(new SampleFunction(ticked, true), of(Set.of(held), asked));
    assertEquals(NOT_ASKED, of(Set.of(), asked));
  }

  @Test
  void what_changes_something_is_not_called_even_where_it_alone_asks() {
    assertEquals(
        NOT_ASKED,
        of(Set.of(Permission.MODIFY_TRADES), function -> function.name().equals("CancelAll")));
  }

  @Test
  void those_it_chooses_from_are_there_and_need_no_argument() {
    for (String name : SampleFunction.HARMLESS) {
      assertTrue(functions.get(name).parameters().stream().noneMatch(Parameter::required), name);
    }
  }

  private SampleFunction of(Set<Permission> held, Predicate<PrivateFunction> asked) {
    return SampleFunction.of(new FunctionRegistry(List.copyOf(functions.values())), held, asked);
  }
}
