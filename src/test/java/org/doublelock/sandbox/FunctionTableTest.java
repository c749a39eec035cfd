package org.doublelock.sandbox;

import static org.doublelock.apikey.Permission.ADD_FUNDS;
import static org.doublelock.apikey.Permission.CLOSE_TRADES;
import static org.doublelock.apikey.Permission.CREATE_WS_TOKEN;
import static org.doublelock.apikey.Permission.EARN_FUNDS;
import static org.doublelock.apikey.Permission.EXPORT_DATA;
import static org.doublelock.apikey.Permission.MODIFY_TRADES;
import static org.doublelock.apikey.Permission.QUERY_CLOSED_TRADES;
import static org.doublelock.apikey.Permission.QUERY_FUNDS;
import static org.doublelock.apikey.Permission.QUERY_LEDGER;
import static org.doublelock.apikey.Permission.QUERY_OPEN_TRADES;
import static org.doublelock.apikey.Permission.WITHDRAW_FUNDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doublelock.apikey.Permission;
import org.doublelock.function.AccessRule;
import org.doublelock.function.FileFunction;
import org.doublelock.function.PrivateFunction;
import org.doublelock.unlocking.LockKeyFunction;
import org.doublelock.unlocking.UnlockKeyFunction;
import org.junit.jupiter.api.Test;

class FunctionTableTest {

  private static final AccessRule CANCEL = AccessRule.anyOf(MODIFY_TRADES, CLOSE_TRADES);

  private static final Map<String, AccessRule> RULES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("GetApiKeyInfo", AccessRule.open()),
              Map.entry("Balance", AccessRule.allOf(QUERY_FUNDS)),
              Map.entry("BalanceEx", AccessRule.allOf(QUERY_FUNDS)),
              Map.entry("DepositAddresses", AccessRule.allOf(QUERY_FUNDS)),
              Map.entry("DepositStatus", AccessRule.allOf(QUERY_FUNDS)),
              Map.entry("DepositMethods", AccessRule.allOf(ADD_FUNDS, QUERY_FUNDS)),
              Map.entry("Withdraw", AccessRule.allOf(WITHDRAW_FUNDS)),
              Map.entry("WithdrawCancel", AccessRule.allOf(WITHDRAW_FUNDS)),
              Map.entry("WithdrawMethods", AccessRule.allOf(WITHDRAW_FUNDS, QUERY_FUNDS)),
              Map.entry("WithdrawAddresses", AccessRule.allOf(WITHDRAW_FUNDS, QUERY_FUNDS)),
              Map.entry("WithdrawInfo", AccessRule.allOf(WITHDRAW_FUNDS, QUERY_FUNDS)),
              Map.entry("WithdrawStatus", AccessRule.anyOf(WITHDRAW_FUNDS, QUERY_LEDGER)),
              Map.entry("OpenOrders", AccessRule.allOf(QUERY_OPEN_TRADES)),
              Map.entry("TradeBalance", AccessRule.allOf(QUERY_OPEN_TRADES)),
              Map.entry("ClosedOrders", AccessRule.allOf(QUERY_CLOSED_TRADES)),
              Map.entry("TradesHistory", AccessRule.allOf(QUERY_CLOSED_TRADES)),
              Map.entry("QueryTrades", AccessRule.allOf(QUERY_CLOSED_TRADES)),
              Map.entry("OpenPositions", AccessRule.allOf(QUERY_OPEN_TRADES)),
              Map.entry("TradeVolume", AccessRule.allOf(QUERY_FUNDS)),
              Map.entry("OrderAmends", AccessRule.anyOf(QUERY_OPEN_TRADES, QUERY_CLOSED_TRADES)),
              Map.entry("AddOrderBatch", AccessRule.allOf(MODIFY_TRADES)),
              Map.entry("EditOrder", AccessRule.allOf(MODIFY_TRADES)),
              Map.entry("AmendOrder", CANCEL),
              Map.entry("CancelOrderBatch", CANCEL),
              Map.entry("CancelAllOrdersAfter", CANCEL),
              Map.entry("WalletTransfer", AccessRule.allOf(QUERY_FUNDS)),
              Map.entry("AddExport", AccessRule.allOf(EXPORT_DATA)),
              Map.entry("ExportStatus", AccessRule.allOf(EXPORT_DATA)),
              Map.entry("RetrieveExport", AccessRule.allOf(EXPORT_DATA)),
              Map.entry("RemoveExport", AccessRule.allOf(EXPORT_DATA)),
              Map.entry("Earn/Strategies", AccessRule.open()),
              Map.entry("Earn/Allocations", AccessRule.allOf(QUERY_FUNDS)),
              Map.entry("Earn/Allocate", AccessRule.allOf(EARN_FUNDS)),
              Map.entry("Earn/Deallocate", AccessRule.allOf(EARN_FUNDS)),
              Map.entry("Earn/AllocateStatus", AccessRule.anyOf(EARN_FUNDS, QUERY_FUNDS)),
              Map.entry("Earn/DeallocateStatus", AccessRule.anyOf(EARN_FUNDS, QUERY_FUNDS)),
              Map.entry("QueryOrders", AccessRule.anyOf(QUERY_OPEN_TRADES, QUERY_CLOSED_TRADES)),
              Map.entry("AddOrder", AccessRule.allOf(MODIFY_TRADES)),
              Map.entry("CancelOrder", CANCEL),
              Map.entry("CancelAll", CANCEL),
              Map.entry("Ledgers", AccessRule.allOf(QUERY_LEDGER)),
              Map.entry("QueryLedgers", AccessRule.allOf(QUERY_LEDGER)),
              Map.entry("GetWebSocketsToken", AccessRule.allOf(CREATE_WS_TOKEN))));

  private final Map<String, PrivateFunction> functions = Functions.on(new Exchange());

  @Test
  void every_function_of_the_protocol_is_there_with_its_rule() {
    Map<String, AccessRule> rules = new TreeMap<>();
    functions.forEach((name, function) -> rules.put(name, function.access()));
    assertEquals(RULES, rules);
  }

  @Test
  void a_key_without_permissions_may_only_ask_about_itself_and_about_offers() {
    functions.values().stream()
        .filter(function -> !Set.of("GetApiKeyInfo", "Earn/Strategies").contains(function.name()))
        .forEach(function -> assertFalse(function.access().admits(Set.of()), function::name));
  }

  @Test
  void two_permissions_are_both_needed_where_the_protocol_says_with() {
    AccessRule rule = functions.get("WithdrawInfo").access();
    assertFalse(rule.admits(Set.of(Permission.WITHDRAW_FUNDS)));
    assertFalse(rule.admits(Set.of(Permission.QUERY_FUNDS)));
  }

  /** Those that every key may call in any case stand in another room. */
  @Test
  void every_function_says_what_it_answers_unless_that_is_a_file() {
    Stream.concat(
            functions.values().stream(),
            Stream.of(new UnlockKeyFunction(null, null, null), new LockKeyFunction(null)))
        .filter(function -> !(function instanceof FileFunction))
        .forEach(function -> assertTrue(function.result().isPresent(), function::name));
  }

  @Test
  void history_costs_two_and_orders_cost_nothing() {
    Map<Integer, Set<String>> byCost =
        functions.values().stream()
            .collect(
                Collectors.groupingBy(
                    PrivateFunction::cost,
                    Collectors.mapping(PrivateFunction::name, Collectors.toSet())));
    assertEquals(
        Set.of(
            "AddOrder",
            "AddOrderBatch",
            "EditOrder",
            "AmendOrder",
            "CancelOrder",
            "CancelOrderBatch",
            "CancelAll"),
        byCost.get(0));
    assertEquals(Set.of("Ledgers", "QueryLedgers", "TradesHistory", "ClosedOrders"), byCost.get(2));
    assertEquals(Set.of(0, 1, 2), byCost.keySet());
  }
}
