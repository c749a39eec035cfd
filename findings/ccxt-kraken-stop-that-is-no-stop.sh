#!/usr/bin/env bash
# ccxt 4.5.84, kraken: createStopOrder sends an order without a stop, which is live at once.
#
# One would guess that a method which `has` calls supported sends a stop order, or throws. createStopOrder,
# createStopLimitOrder and createStopMarketOrder send a plain limit or market order with a field `stopPrice`, which the
# published API does not have; so does createOrder with the unified parameter `triggerPrice`, under that name. Only
# `stopLossPrice` (and `takeProfitPrice`) turn the order into another kind. createStopLossOrder, whose parameter that
# is, is called unsupported.
#
# Why it matters: "sell at market if the price falls to 60000" sells at market now. A server of this protocol that
# refuses fields it does not know saves the user; one that passes them over, as such APIs do, carries the order out.
#
# Seen on 2026-11-28 with ccxt 4.5.84, Node.js 20.20.2. Nothing is sent: the signed request is caught in `fetch`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
timeout 300 npm install --silent --ignore-scripts --prefix . ccxt@4.5.84

cat > probe.mjs <<'JS'
import { kraken } from 'ccxt';

const client = new kraken({ apiKey: 'key', secret: Buffer.alloc(64, 7).toString('base64') });
client.setMarkets([client.safeMarketStructure({ id: 'XXBTZUSD', symbol: 'BTC/USD', base: 'BTC', quote: 'USD', baseId: 'XXBT', quoteId: 'ZUSD',
  type: 'spot', spot: true, active: true, precision: { amount: 1e-8, price: 0.1 } })]);
client.fetch = async (url, method, headers, body) => {
  console.log(`  ${body.replace(/nonce=\d+/, 'nonce=N')}`);
  return { error: [], result: { txid: ['OABCDE-FGHIJ-KLMNOP'], descr: { order: 'not sent' } } };
};
async function show(name, ...given) {
  console.log(`${name}(${given.map((one) => JSON.stringify(one)).join(', ')}), supported: ${client.has[name]}`);
  try {
    await client[name](...given);
  } catch (failure) {
    console.log(`  ${failure.constructor.name}: ${failure.message}`);
  }
}
await show('createStopOrder', 'BTC/USD', 'limit', 'buy', 1, 20000, 90000);
await show('createStopLimitOrder', 'BTC/USD', 'sell', 1, 59000, 60000);
await show('createStopMarketOrder', 'BTC/USD', 'sell', 1, 60000);
await show('createOrder', 'BTC/USD', 'market', 'sell', 1, null, { triggerPrice: 60000 });
await show('createOrder', 'BTC/USD', 'market', 'sell', 1, null, { stopLossPrice: 60000 });
await show('createStopLossOrder', 'BTC/USD', 'market', 'sell', 1, null, 60000);
JS

cat > expected <<'TXT'
createStopOrder("BTC/USD", "limit", "buy", 1, 20000, 90000), supported: true
  nonce=N&pair=XXBTZUSD&type=buy&ordertype=limit&volume=1&price=20000&stopPrice=90000
createStopLimitOrder("BTC/USD", "sell", 1, 59000, 60000), supported: true
  nonce=N&pair=XXBTZUSD&type=sell&ordertype=limit&volume=1&price=59000&stopPrice=60000
createStopMarketOrder("BTC/USD", "sell", 1, 60000), supported: true
  nonce=N&pair=XXBTZUSD&type=sell&ordertype=market&volume=1&stopPrice=60000
createOrder("BTC/USD", "market", "sell", 1, null, {"triggerPrice":60000}), supported: true
  nonce=N&pair=XXBTZUSD&type=sell&ordertype=market&volume=1&triggerPrice=60000
createOrder("BTC/USD", "market", "sell", 1, null, {"stopLossPrice":60000}), supported: true
  nonce=N&pair=XXBTZUSD&type=sell&ordertype=stop-loss&volume=1&price=60000
createStopLossOrder("BTC/USD", "market", "sell", 1, null, 60000), supported: undefined
  NotSupported: kraken createStopLossOrder() is not supported yet
TXT
npm ls --depth=0
timeout 60 node probe.mjs | tee seen
diff expected seen && echo 'As it was on 2026-11-28.'
