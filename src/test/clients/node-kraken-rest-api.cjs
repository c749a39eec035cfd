// node-kraken-rest-api: nonces in microseconds, sends a nested field that no function knows.
const Client = require("node-kraken-rest-api");
const trade = require("./trade.cjs");
const [url, key, secret, otp] = process.argv.slice(2);
const client = new Client(key, secret, otp ? { url, otp } : { url });

trade(async (method, params) => (await client.api(method, params)).result);
