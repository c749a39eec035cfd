// ccxt: every unified call of its class for this exchange that needs a key. Says which passed, and why others did not.
import ccxt from "ccxt";

const [base, apiKey, secret] = process.argv.slice(2);
const exchange = new ccxt.kraken({ apiKey, secret, enableRateLimit: false });
exchange.urls.api = { public: base, private: base };

const symbol = "BTC/USD";
const passed = [];
const failed = {};
let last;

// Calls one, keeps its answer, and notes how it went; `right` looks at the answer.
async function check(name, args, right = (answer) => answer !== undefined) {
  try {
    last = await exchange[name.split(" ")[0]](...args);
    if (!right(last)) {
      throw new Error("answered " + JSON.stringify(last).slice(0, 300));
    }
    passed.push(name);
  } catch (error) {
    last = undefined;
    failed[name] = error.message;
  }
  return last || {};
}

const placed = (order) => typeof order.id === "string" && order.id.startsWith("O");
const list = (answer) => Array.isArray(answer);
const some = (answer) => Array.isArray(answer) && answer.length > 0;

await check("fetchBalance", [], (all) => all.total.USD > 0);
await check("fetchFreeBalance", [], (all) => all.USD > 0);
await check("fetchUsedBalance", [], (all) => all.USD === 0);
await check("fetchTotalBalance", [], (all) => all.USD > 0);
await check("fetchTradingFee", [symbol], (fee) => fee.taker === 0.0026 && fee.maker === 0.0016);

const order = await check("createOrder", [symbol, "limit", "buy", 0.001, 20000], placed);
await check("createLimitOrder", [symbol, "buy", 0.001, 20000], placed);
await check("createLimitBuyOrder", [symbol, 0.001, 20000], placed);
await check("createLimitSellOrder", [symbol, 0.001, 90000], placed);
await check("createOrder post-only", [symbol, "limit", "buy", 0.001, 20000, { postOnly: true }], placed);
await check("createStopOrder", [symbol, "limit", "buy", 0.001, 20000, 90000], placed);
await check("createStopLimitOrder", [symbol, "buy", 0.001, 20000, 90000], placed);
await check("createStopMarketOrder", [symbol, "sell", 0.001, 20000], placed);
await check("createOrder stop-loss", [symbol, "market", "sell", 0.001, undefined, { stopLossPrice: 20000 }], placed);
await check("createOrder take-profit-limit", [symbol, "limit", "sell", 0.001, 89000, { takeProfitPrice: 90000 }], placed);
await check("createTrailingAmountOrder", [symbol, "market", "sell", 0.001, undefined, 5000], placed);
await check("createTrailingPercentOrder", [symbol, "market", "sell", 0.001, undefined, 10], placed);
await check("createOrder reduce-only", [symbol, "limit", "buy", 0.001, 20000, { reduceOnly: true }], placed);
await check("createOrders", [[
  { symbol, type: "limit", side: "buy", amount: 0.001, price: 20000 },
  { symbol, type: "limit", side: "sell", amount: 0.001, price: 90000 },
]], (orders) => orders.length === 2 && orders.every(placed));
await check("editOrder", [order.id, symbol, "limit", "buy", 0.002, 21000], (edited) => typeof edited.id === "string");

const bought = await check("createMarketOrder", [symbol, "buy", 0.001], placed);
await check("createMarketBuyOrder", [symbol, 0.001], placed);
await check("createMarketSellOrder", [symbol, 0.001], placed);
await check("createMarketOrderWithCost", [symbol, "buy", 100], placed);
await check("createMarketBuyOrderWithCost", [symbol, 100], placed);

const found = await check("fetchOrder", [bought.id], (it) => it.status === "closed" && it.average > 0);
await check("fetchOrderStatus", [bought.id], (status) => status === "closed");
await check("fetchOrdersByIds", [[order.id, bought.id]], (all) => all.length === 2);
await check("fetchOrderTrades", [bought.id, symbol, undefined, undefined, { trades: found.trades || [] }], some);
await check("fetchMyTrades", [symbol], some);
await check("fetchOpenOrders", [symbol], some);
await check("fetchClosedOrders", [symbol], some);
await check("fetchPositions", [], list);

const open = await exchange.fetchOpenOrders(symbol);
await check("cancelOrder", [open[0].id]);
await check("cancelOrders", [[open[1].id, open[2].id]]);
await check("cancelAllOrdersAfter", [60000], (answer) => answer.result.triggerTime !== undefined);
await exchange.cancelAllOrdersAfter(0);
await check("cancelAllOrders", []);

const [entry] = await check("fetchLedger", ["USD"], some);
await check("fetchLedgerEntry", [entry.id], (it) => it.id === entry.id);
await check("fetchLedgerEntriesByIds", [[entry.id]], some);
await check("fetchDepositMethods", ["BTC"], some);
// Of an asset of its own: an account may have a few unused addresses of each.
await check("createDepositAddress", ["LTC"], (it) => it.address.length > 10);
await check("fetchDepositAddress", ["LTC"], (it) => it.address.length > 10);
await check("fetchDeposits", ["BTC"], list);
const [saved] = (await exchange.privatePostWithdrawAddresses({ asset: "XBT" })).result;
await check("withdraw", ["BTC", 0.001, saved.address, undefined, { key: saved.key }], (sent) => sent.id.length > 0);
await check("fetchWithdrawals", ["BTC"], some);
await check("transfer", ["BTC", 0.01, "spot", "swap"], (sent) => sent.id.length > 0);

console.log(JSON.stringify({ passed, failed }));
