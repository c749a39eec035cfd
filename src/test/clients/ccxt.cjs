// ccxt: asks for BalanceEx, loads Assets and AssetPairs first, nonces in milliseconds.
const ccxt = require("ccxt");
const [base, apiKey, secret, otp] = process.argv.slice(2);
const exchange = new ccxt.kraken({ apiKey, secret });
exchange.urls.api = { public: base, private: base };
const more = otp ? { otp } : {};

(async () => {
  const balance = await exchange.fetchBalance(more);
  const order = await exchange.createOrder("BTC/USD", "limit", "buy", 0.001, 20000, more);
  const open = await exchange.fetchOpenOrders(undefined, undefined, undefined, more);
  await exchange.cancelOrder(order.id, undefined, more);
  console.log(JSON.stringify({ usd: balance.total.USD, ordered: open.some((one) => one.id === order.id) }));
})().catch((error) => console.log(JSON.stringify({ error: error.message })));
