// kraken-api: nonces in microseconds, no Content-Type.
const Client = require("kraken-api");
const [url, key, secret, otp] = process.argv.slice(2);
const client = new Client(key, secret, otp ? { url, otp } : { url });
const more = otp ? { otp } : {};

(async () => {
  const balance = (await client.api("Balance", { ...more })).result;
  const placed = await client.api("AddOrder", {
    pair: "XBTUSD", type: "buy", ordertype: "limit", price: "20000", volume: "0.001", ...more });
  const id = placed.result.txid[0];
  const open = (await client.api("OpenOrders", { ...more })).result.open;
  await client.api("CancelOrder", { txid: id, ...more });
  console.log(JSON.stringify({ usd: Number(balance.ZUSD), ordered: id in open }));
})().catch((error) => console.log(JSON.stringify({ error: error.message })));
