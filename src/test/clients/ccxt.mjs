// ccxt: asks for BalanceEx, loads Assets and AssetPairs first, nonces in milliseconds.
import ccxt from "ccxt";

const [base, apiKey, secret, otp] = process.argv.slice(2);
// Its own throttle is for the exchange it was written for.
const exchange = new ccxt.kraken({ apiKey, secret, enableRateLimit: false });
exchange.urls.api = { public: base, private: base };
const more = otp ? { otp } : {};

const ids = (list) => list.map((one) => one.id);

(async () => {
  const balance = await exchange.fetchBalance(more);
  const order = await exchange.createOrder("BTC/USD", "limit", "buy", 0.001, 20000, more);
  const open = await exchange.fetchOpenOrders(undefined, undefined, undefined, more);
  await exchange.cancelOrder(order.id, undefined, more);
  const closed = await exchange.fetchClosedOrders("BTC/USD", undefined, undefined, more);
  const found = await exchange.fetchOrder(order.id, undefined, more);
  await exchange.fetchMyTrades("BTC/USD", undefined, undefined, more);

  const ledger = await exchange.fetchLedger("USD", undefined, undefined, more);
  const entry = await exchange.fetchLedgerEntry(ledger[0].id, undefined, more);
  const address = await exchange.createDepositAddress("BTC", more);
  const sameAddress = await exchange.fetchDepositAddress("BTC", more);
  await exchange.fetchDeposits("BTC", undefined, undefined, more);

  const [saved] = (await exchange.privatePostWithdrawAddresses({ asset: "XBT", ...more })).result;
  const sent = await exchange.withdraw("BTC", 0.001, saved.address, undefined, { key: saved.key, ...more });
  const withdrawals = await exchange.fetchWithdrawals("BTC", undefined, undefined, more);
  await exchange.privatePostWithdrawCancel({ asset: "XBT", refid: sent.id, ...more });

  console.log(JSON.stringify({
    usd: balance.total.USD,
    ordered: ids(open).includes(order.id) && open.every((one) => one.symbol && one.price > 0 && one.remaining > 0),
    cancelled: ids(closed).includes(order.id) && found.status === "canceled" && found.price === 20000,
    accounted: entry.id === ledger[0].id && entry.currency === "USD" && entry.after > 0,
    depositable: address.address.length > 0 && sameAddress.address.length > 0,
    withdrew: withdrawals.some((one) => one.id === sent.id && one.address === saved.address && one.amount > 0),
  }));
})().catch((error) => console.log(JSON.stringify({ error: error.message })));
