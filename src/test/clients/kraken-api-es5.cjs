// kraken-api-es5: kraken-api for older Node.js; its package names a main file that is not in it.
const Client = require("kraken-api-es5/index.js");
const trade = require("./trade.cjs");
const [url, key, secret, otp] = process.argv.slice(2);
const client = new Client(key, secret, otp ? { url, otp } : { url });

trade(async (method, params) => (await client.api(method, params)).result);
