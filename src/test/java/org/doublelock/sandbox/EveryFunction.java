package org.doublelock.sandbox;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.doublelock.function.FunctionFailure;

/** A client that calls every private function of the exchange, by whatever way it calls. */
public final class EveryFunction {

  /** How the client calls. */
  @FunctionalInterface
  public interface Way {

    /**
     * @return the result
     * @throws FunctionFailure when it was refused
     */
    JsonValue call(String function, String... namesAndValues);
  }

  private final Way own;
  private final Way other;
  private final Set<String> called = new TreeSet<>();

  private EveryFunction(Way own, Way other) {
    this.own = own;
    this.other = other;
  }

  /**
   * Calls each at least once.
   *
   * @param other the way of another account, which sells to this one
   * @return the functions that were called: all but the one that answers a file
   */
  public static Set<String> called(Way own, Way other) {
    EveryFunction client = new EveryFunction(own, other);
    client.trade();
    client.lookAtFunds();
    client.moveFunds();
    return client.called;
  }

  private JsonValue each(String function, String... namesAndValues) {
    called.add(function);
    return own.call(function, namesAndValues);
  }

  private JsonObject call(String function, String... namesAndValues) {
    return each(function, namesAndValues).asJsonObject();
  }

  /** Of offers there are none, so that functions about one only refuse. */
  private void refuse(String function, String... namesAndValues) {
    try {
      each(function, namesAndValues);
    } catch (FunctionFailure refused) {
      return;
    }
    throw new AssertionError(function + " was performed");
  }

  private void trade() {
    String kept =
        call(
                "AddOrder",
                ("pair XBTUSD type buy ordertype limit volume 0.2 price 20000 cl_ord_id mine"
                        + " close[ordertype] limit close[price] 90000")
                    .split(" "))
            .getJsonArray("txid")
            .getString(0);
    call("AmendOrder", "txid", kept, "order_qty", "0.1");
    call("OrderAmends", "order_id", kept);
    String edited =
        call("EditOrder", "txid", kept, "pair", "XBTUSD", "volume", "0.3").getString("txid");
    call(
        "AddOrderBatch",
        ("pair XBTUSD orders[0][type] sell orders[0][ordertype] stop-loss orders[0][volume] 0.1"
                + " orders[0][price] 20000 orders[0][userref] 7 orders[1][type] sell"
                + " orders[1][ordertype] limit orders[1][volume] 9999 orders[1][price] 90000")
            .split(" "));
    other.call(
        "AddOrder", "pair XBTUSD type sell ordertype limit volume 0.3 price 30000".split(" "));
    call("AddOrder", "pair XBTUSD type buy ordertype market volume 0.01".split(" "));
    call("OpenOrders", "trades", "true");
    call("QueryOrders", "txid", edited, "trades", "true");
    JsonObject trades = call("TradesHistory", "ledgers", "true").getJsonObject("trades");
    call("QueryTrades", "txid", trades.keySet().iterator().next(), "ledgers", "true");
    call("CancelOrder", "userref", "7");
    String last =
        call("AddOrder", "pair XBTUSD type buy ordertype limit volume 0.1 price 1000".split(" "))
            .getJsonArray("txid")
            .getString(0);
    call("CancelOrderBatch", "orders", last);
    call("CancelAll");
    call("CancelAllOrdersAfter", "timeout", "60");
    call("ClosedOrders", "trades", "true");
    call("ClosedOrders", "without_count", "true");
  }

  private void lookAtFunds() {
    call("Balance");
    call("BalanceEx");
    call("TradeBalance");
    call("TradeVolume");
    call("TradeVolume", "pair", "XBTUSD");
    call("OpenPositions");
    each("OpenPositions", "consolidation", "market");
    JsonObject entries = call("Ledgers").getJsonObject("ledger");
    call("QueryLedgers", "id", entries.keySet().iterator().next());
  }

  /** Only so many may wait for a deposit, and others may have asked for all of them before. */
  private void askForAddress() {
    try {
      each("DepositAddresses", "asset", "XBT", "new", "true");
    } catch (FunctionFailure full) {
      if (!full.wireError().equals("EFunding:Too many addresses")) {
        throw full;
      }
      each("DepositAddresses", "asset", "XBT");
    }
  }

  private void moveFunds() {
    each("DepositMethods", "asset", "XBT");
    askForAddress();
    each("DepositStatus");
    call("DepositStatus", "cursor", "true", "limit", "1");
    each("WithdrawMethods");
    each("WithdrawAddresses");
    call("WithdrawInfo", "asset", "XBT", "key", "xbt-wallet-1", "amount", "0.01");
    String out =
        call("Withdraw", "asset", "XBT", "key", "xbt-wallet-1", "amount", "0.01")
            .getString("refid");
    call("WithdrawStatus", "cursor", "true");
    each("WithdrawCancel", "asset", "XBT", "refid", out);
    each("WithdrawStatus");
    call(
        "WalletTransfer",
        "asset",
        "XBT",
        "from",
        "Spot Wallet",
        "to",
        "Futures Wallet",
        "amount",
        "0.01");
    String file = call("AddExport", "report", "trades", "description", "all").getString("id");
    each("ExportStatus", "report", "trades");
    remove(file);

    call("Earn/Strategies");
    call("Earn/Allocations");
    for (String deed : List.of("Allocate", "Deallocate")) {
      refuse("Earn/" + deed, "strategy_id", "none", "amount", "1");
      refuse("Earn/" + deed + "Status", "strategy_id", "none");
    }
    call("GetWebSocketsToken");
    call("GetApiKeyInfo");
  }

  /** It may have been written by now. */
  private void remove(String file) {
    try {
      call("RemoveExport", "id", file, "type", "cancel");
    } catch (FunctionFailure written) {
      call("RemoveExport", "id", file, "type", "delete");
    }
  }
}
